package io.openrouteroperator.chart;

import static org.awaitility.Awaitility.await;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.corpus.Corpus;
import io.openrouteroperator.corpus.CorpusCase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A release of the chart with the policies of {@code webhook.literalKeyPolicy} and no webhook, and a namespace that it governs.
 *
 * @param release also the beginning of what governs its namespaces, so that no other release of the test run does
 */
record GuardedTenant(ControlPlane controlPlane, String release) {
    static final Path FOLDER = Path.of("src/test/resources/io/openrouteroperator/chart");
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** One of each kind, for whose refusal to wait: a policy holds a moment after it was made. */
    private static final List<String> PROBES = List.of(
            "pod-literals: argument",
            "templates: Deployment",
            "templates: Rollout",
            "templates: Service",
            "contents: ConfigMap with a bare key",
            "contents: Secret with a bare key");

    /** Returns when the policies hold. */
    static GuardedTenant install(ControlPlane controlPlane, String release) {
        GuardedTenant tenant = new GuardedTenant(controlPlane, release);
        new Chart(controlPlane, release)
                .install(
                        "crds.enabled=false",
                        "replicaCount=0",
                        "webhook.enabled=false",
                        "webhook.literalKeyPolicy.enabled=true",
                        "webhook.governedLabel.key=" + tenant.label().replace(".", "\\."))
                .orThrow();
        String others = FOLDER.resolve("manifests/kinds-of-others.yaml").toString();
        controlPlane.kubectl("apply", "-f", others).orThrow();
        controlPlane.kubectl("create", "namespace", tenant.namespace()).orThrow();
        tenant.govern(tenant.namespace());
        PROBES.forEach(name -> await(name)
                .atMost(PATIENCE)
                .until(() -> tenant.answer(Corpus.named(name)).refused()));
        return tenant;
    }

    String namespace() {
        return release + "-tenant";
    }

    String label() {
        return release + ".example.org/governed";
    }

    DryRun dryRun() {
        return new DryRun(controlPlane.client(), namespace());
    }

    void govern(String name) {
        controlPlane.kubectl("label", "namespace", name, label() + "=true").orThrow();
    }

    DryRun.Answer answer(CorpusCase given) {
        return dryRun().create(Completed.of(given.object()));
    }
}
