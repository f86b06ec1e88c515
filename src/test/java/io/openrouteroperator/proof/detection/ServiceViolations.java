package io.openrouteroperator.proof.detection;

import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.proof.Waiting;
import io.openrouteroperator.simulator.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What goes wrong in the namespaces of services, and in the policy that governs them. */
final class ServiceViolations {
    private static final String CONFORM = "ObjectsConform";
    private static final String HARD_CODED = "hard-coded-key";

    private ServiceViolations() {}

    /** The published key is pasted into a ConfigMap. */
    static Planted leakedIntoConfigMap(Corner corner) {
        corner.publish(Classes.REGULATED_NAME);
        corner.tenant().apply("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {namespace: %s, name: notes}
                data: {notes.txt: "%s"}
                """.formatted(corner.name(), corner.publishedKey()));
        return Planted.seen(
                "event KeyLeaked on the key",
                () -> corner.event(corner.service(), "KeyLeaked"),
                HARD_CODED,
                corner.namespaceOwner());
    }

    /** The published key is pasted into an annotation of a workload's pods. */
    static Planted leakedIntoAnnotation(Corner corner) {
        corner.publish(Classes.REGULATED_NAME);
        corner.tenant()
                .apply(Corner.deployment(corner.name(), "web", "command: [app]", "key: " + corner.publishedKey()));
        return Planted.seen(
                "event KeyLeaked on the key",
                () -> corner.event(corner.service(), "KeyLeaked"),
                HARD_CODED,
                corner.namespaceOwner());
    }

    /** A namespace with a hard-coded key is governed from now on. */
    static Planted hardCodedBeforeGovernance(Corner corner) {
        String namespace = corner.name() + "-legacy";
        corner.tenant().createNamespace(namespace, Map.of());
        corner.tenant()
                .apply(Corner.deployment(
                        namespace, "web", "env: [{name: A, value: %s}]".formatted(SampleKeys.service("legacy")), ""));
        corner.tenant().client().namespaces().withName(namespace).edit(found -> {
            found.getMetadata().getLabels().put("tenant", corner.name());
            return found;
        });
        return Planted.seen(
                "condition ObjectsConform of the policy",
                () -> corner.policyCondition(CONFORM).equals("False"),
                HARD_CODED,
                "namespace " + namespace);
    }

    /** Two workloads read one key. */
    static Planted sharedKey(Corner corner) {
        corner.publish(Classes.REGULATED_NAME);
        String reads = "envFrom: [{secretRef: {name: %s}}]".formatted(corner.service());
        corner.tenant().apply(Corner.deployment(corner.name(), "first", reads, ""));
        corner.tenant().apply(Corner.deployment(corner.name(), "second", reads, ""));
        return Planted.reported("one-key-per-service", corner.namespaceOwner());
    }

    /** A key is 95 days old, because OpenRouter makes no other one. */
    static Planted staleKey(Corner corner) {
        corner.openRouter().time().advance(Duration.ofDays(-95));
        corner.tenant()
                .requestKey(
                        corner.service(),
                        "classification: %s\nrotation: {suspend: true}\n".formatted(Classes.REGULATED_NAME));
        corner.tenant().awaitPublished(corner.service());
        corner.openRouter().time().advance(Duration.ofDays(95));
        corner.openRouter().faults().always("POST", "/keys", new Fault.Refused(503));
        corner.tenant().requestKey(corner.service(), "classification: %s\n".formatted(Classes.REGULATED_NAME));
        return Planted.reported("stale-key", corner.namespaceOwner());
    }

    /** Somebody's word has ended. */
    static Planted attestationExpired(Corner corner) {
        Instant end = Instant.now().plusSeconds(4).truncatedTo(ChronoUnit.SECONDS);
        corner.tenant().apply(corner.tenant().policy(Classes.REGULATED) + """
                  attestations:
                    - {control: provider-dpa, evidence: "https://wiki.example/dpa", by: security@example.org, validUntil: "%s"}
                """.formatted(end));
        var _ = Waiting.until(Duration.ofSeconds(10), () -> !Instant.now().isBefore(end));
        return Planted.seen(
                "audit line AttestationExpired",
                () -> corner.installation()
                        .operator()
                        .operator()
                        .log()
                        .lines()
                        .filter(line -> line.contains("\"AttestationExpired\""))
                        .anyMatch(line -> line.contains("\"" + corner.name() + "\"")),
                "attestations-current",
                "policy " + corner.name());
    }
}
