package io.openrouteroperator.usage;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.core.policy.compile.Fingerprint;
import io.openrouteroperator.core.usage.AllowedRevision;
import io.openrouteroperator.core.usage.PolicyHistory;
import io.openrouteroperator.core.usage.PolicyJournal;
import io.openrouteroperator.storage.OwnConfigMaps;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Keeps what each class allowed and when, one ConfigMap per class. A revision is written when it begins and never again; one whose
 * content does not have the id it was written under was changed by somebody and is not believed.
 */
public final class HistoryStore implements PolicyJournal {
    private static final Logger LOG = Logger.getLogger(HistoryStore.class);
    private static final String POLICY = "openrouter-operator.io/policy";
    private static final String CLASSIFICATION = "openrouter-operator.io/classification";

    /** A revision and the id of its content. */
    record Stored(String id, AllowedRevision allowed) {}

    /** The whole of it, oldest first. */
    record Document(List<Stored> revisions) {}

    private record Place(String policy, String classification) {}

    private final OwnConfigMaps store;
    private final Map<Place, String> newest = new ConcurrentHashMap<>();

    /** @param namespace the operator's own */
    public HistoryStore(KubernetesClient client, String namespace) {
        this.store = new OwnConfigMaps(client, namespace);
    }

    /** Nothing is read while the revision in force is the one that this process wrote or read last. */
    @Override
    public void inForce(String policy, String classification, AllowedRevision now) {
        Place place = new Place(policy, classification);
        if (now.id().equals(newest.get(place))) {
            return;
        }
        try {
            PolicyHistory before = history(policy, classification);
            PolicyHistory after = before.with(now);
            if (!after.equals(before)) {
                write(place, after);
            }
            newest.put(place, now.id());
        } catch (KubernetesClientException refused) {
            LOG.warnf(
                    "what class %s of policy %s allows was not recorded, trying again: %s",
                    classification, policy, refused.getMessage());
        }
    }

    /** What a class allowed; nothing where nothing was recorded. */
    PolicyHistory history(String policy, String classification) {
        return store.read(
                        name(policy, classification),
                        Document.class,
                        document -> believed(document, policy, classification))
                .orElseGet(PolicyHistory::none);
    }

    private void write(Place place, PolicyHistory history) {
        PolicyHistory kept = history;
        while (!store.write(
                name(place.policy(), place.classification()),
                Map.of(UsageNames.MANAGED_BY, UsageNames.OPERATOR, UsageNames.COMPONENT, "policy-history"),
                Map.of(POLICY, place.policy(), CLASSIFICATION, place.classification()),
                document(kept))) {
            kept = kept.withoutOldest();
        }
    }

    static Document document(PolicyHistory history) {
        return new Document(history.revisions().stream()
                .map(revision -> new Stored(revision.id(), revision))
                .toList());
    }

    /** The revisions whose content has the id that they were written under. */
    static PolicyHistory believed(Document document, String policy, String classification) {
        return new PolicyHistory(document.revisions().stream()
                .filter(stored -> isAsWritten(stored, policy, classification))
                .map(Stored::allowed)
                .toList());
    }

    private static boolean isAsWritten(Stored stored, String policy, String classification) {
        boolean same = stored.id().equals(stored.allowed().id());
        if (!same) {
            LOG.warnf("a revision of class %s of policy %s was changed and is ignored", classification, policy);
        }
        return same;
    }

    private static String name(String policy, String classification) {
        return "openrouter-policy-history-" + Fingerprint.shortOf(List.of(policy, classification));
    }
}
