package io.openrouteroperator.reconcile.rollout;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.rollout.RolloutAnnotation;
import io.openrouteroperator.core.rollout.WorkloadRef;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Marks a workload's pod template with the key that its pods shall read; its controller replaces the pods by its own rules. The mark
 * is the one field of a field manager of its own: whoever applies the workload from a repository neither sees nor removes it.
 */
public final class WorkloadRestarter {
    /** Who owns the mark, in {@code metadata.managedFields}. */
    public static final String FIELD_MANAGER = "openrouter-operator-rollout";

    private static final Logger LOG = Logger.getLogger(WorkloadRestarter.class);

    private static final String UID = "metadata.uid";

    /** By its rights, by a webhook, by a policy: each chooses among these. */
    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 422);

    private final KubernetesClient client;
    private final Refusals refusals;

    public WorkloadRestarter(KubernetesClient client, Refusals refusals) {
        this.client = client;
        this.refusals = refusals;
    }

    /**
     * Marks the template: one write, and none of anything else in the object.
     *
     * @return false when nothing was written, because that workload is gone, or was made anew, or the cluster refused: look again
     * @throws KubernetesClientException when the API server does not answer
     */
    public boolean restart(WorkloadRef workload, String secretName, KeyHash key) {
        RollableKind kind = RollableKind.of(workload.apiVersion(), workload.kind())
                .orElseThrow(() -> new IllegalArgumentException(workload.words() + " has no template to mark"));
        PatchContext context = new PatchContext.Builder()
                .withPatchType(PatchType.JSON_MERGE)
                .withFieldManager(FIELD_MANAGER)
                .build();
        try {
            client.genericKubernetesResources(kind.context())
                    .inNamespace(workload.namespace())
                    .withName(workload.name())
                    .patch(context, client.getKubernetesSerialization().asJson(mark(workload, secretName, key)));
            return true;
        } catch (KubernetesClientException refused) {
            if (isOfAnotherObject(refused)) {
                return false;
            }
            if (!REFUSED.contains(refused.getCode())) {
                throw refused;
            }
            LOG.warnf("%s in %s is not restarted: %s", workload.words(), workload.namespace(), refused.getMessage());
            refusals.add(workload.uid());
            return false;
        }
    }

    /** There is none of that name, or one of another UID; a policy of the cluster that says no is something else. */
    private static boolean isOfAnotherObject(KubernetesClientException refused) {
        int code = refused.getCode();
        return code == HttpURLConnection.HTTP_NOT_FOUND
                || code == HttpURLConnection.HTTP_CONFLICT
                || causes(refused.getStatus()).anyMatch(cause -> UID.equals(cause.getField()));
    }

    private static Stream<StatusCause> causes(@Nullable Status status) {
        return status == null || status.getDetails() == null
                ? Stream.empty()
                : status.getDetails().getCauses().stream();
    }

    /** The UID is a precondition: the API server refuses to change it. */
    private static Map<String, Object> mark(WorkloadRef workload, String secretName, KeyHash key) {
        Map<String, String> annotation = Map.of(RolloutAnnotation.name(secretName), RolloutAnnotation.value(key));
        return Map.of(
                "metadata",
                Map.of("uid", workload.uid()),
                "spec",
                Map.of("template", Map.of("metadata", Map.of("annotations", annotation))));
    }
}
