package io.openrouteroperator.scan;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.check.PodChecks;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectFacts;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import io.openrouteroperator.core.scan.NamespaceOutcome;
import io.openrouteroperator.core.scan.NamespaceScan;
import io.openrouteroperator.core.scan.ScannedObject;
import io.openrouteroperator.governance.ContentLookup;
import io.openrouteroperator.listing.ObjectKind;
import io.openrouteroperator.manifest.ObjectFactsReader;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at everything in one namespace. */
final class NamespaceReader {
    private final ObjectSource source;
    private final ContentLookup lookup;
    private final Governance governance;
    private final List<ObjectKind> kinds;
    private final Clock clock;

    NamespaceReader(
            ObjectSource source, ContentLookup lookup, Governance governance, List<ObjectKind> kinds, Clock clock) {
        this.source = source;
        this.lookup = lookup;
        this.governance = governance;
        this.kinds = List.copyOf(kinds);
        this.clock = clock;
    }

    /** What is wrong there. */
    NamespaceOutcome read(String namespace) throws ScanFailedException {
        NamespaceScan scan = new NamespaceScan(namespace, governance, clock.instant());
        Map<ContentName, EntryKeys> contents = new HashMap<>();
        for (ObjectKind kind : kinds) {
            try {
                source.forEach(kind, namespace, object -> {
                    ScannedObject scanned = scanned(kind, namespace, object);
                    scan.add(scanned, contentsFor(scanned.facts(), contents));
                });
            } catch (IOException | KubernetesClientException e) {
                throw new ScanFailedException(
                        "%s, or what they refer to, could not be read: %s".formatted(kind.plural(), e.getMessage()));
            }
        }
        return scan.outcome();
    }

    private static ScannedObject scanned(ObjectKind kind, String namespace, JsonNode object) {
        JsonNode metadata = object.path("metadata");
        String controller = controllerOf(metadata);
        boolean idle = kind.kind().equals("ReplicaSet")
                && controller != null
                && object.at("/spec/replicas").asInt(1) == 0;
        return new ScannedObject(
                ObjectFactsReader.read(object, namespace),
                kind.apiVersion(),
                metadata.path("uid").asText(),
                controller,
                idle);
    }

    private static @Nullable String controllerOf(JsonNode metadata) {
        for (JsonNode owner : metadata.path("ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return owner.path("uid").asText();
            }
        }
        return null;
    }

    /** Each Secret and ConfigMap is looked up once for all pods of the namespace. */
    private PodContents contentsFor(ObjectFacts facts, Map<ContentName, EntryKeys> known) {
        return facts instanceof Pods pods
                ? PodChecks.contents(pods.pod(), governance, name -> known.computeIfAbsent(name, lookup::fetch))
                : PodContents.NONE;
    }
}
