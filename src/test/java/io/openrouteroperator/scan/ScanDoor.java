package io.openrouteroperator.scan;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.scan.Finding;
import io.openrouteroperator.core.scan.NamespaceOutcome;
import io.openrouteroperator.governance.ContentLookup;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The scan over a namespace that has one object, for tests that compare it with the other doors. */
public final class ScanDoor {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private ScanDoor() {}

    /**
     * What the scan says of {@code object}.
     *
     * @param lookup what Secrets and ConfigMaps hold
     */
    public static List<Violation> violations(
            JsonNode object, String namespace, ContentLookup lookup, Governance governance) throws ScanFailedException {
        return outcome(List.of(object), namespace, lookup, governance).findings().stream()
                .map(Finding::violation)
                .toList();
    }

    /** What the scan says of a namespace that has these objects. */
    static NamespaceOutcome outcome(
            List<JsonNode> objects, String namespace, ContentLookup lookup, Governance governance)
            throws ScanFailedException {
        ObjectSource source = (kind, asked, consumer) -> objects.stream()
                .filter(object -> kind.kind().equals(object.path("kind").asText()))
                .filter(object -> object.at("/metadata/namespace").asText(asked).equals(asked))
                .forEach(consumer);
        return new NamespaceReader(source, lookup, governance, ScanLoop.kinds(true), Clock.fixed(NOW, ZoneOffset.UTC))
                .read(namespace);
    }
}
