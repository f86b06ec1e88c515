package io.openrouteroperator.admission.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.clock.SteppedClock;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneExtension;
import io.openrouteroperator.event.EventRecorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** When an edit is told, and to whom. */
@ExtendWith(ControlPlaneExtension.class)
class ConfigurationGuardIT {
    private static final String NAME = "edited-configuration";
    private static final String WEBHOOKS = """
            - name: pods.example.org
              admissionReviewVersions: [v1]
              sideEffects: None
              failurePolicy: Ignore
              clientConfig: {url: "https://127.0.0.1:1/"}
              namespaceSelector: {matchLabels: {no.such/label: "true"}}
              rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods], scope: Namespaced}]
              matchPolicy: Equivalent
              timeoutSeconds: 1
            """;

    private final ControlPlane controlPlane;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-28T12:00:00Z"));
    private final Path folder;
    private final ConfigurationGuard guard;

    ConfigurationGuardIT(ControlPlane controlPlane, @TempDir Path folder) throws IOException {
        this.controlPlane = controlPlane;
        this.folder = folder;
        Path installed = Files.writeString(folder.resolve("webhooks.yaml"), WEBHOOKS);
        EventRecorder events = new EventRecorder(controlPlane.client(), "test", Clock.systemUTC());
        this.guard = new ConfigurationGuard(controlPlane.client(), NAME, installed, events, registry, clock);
    }

    @AfterEach
    void delete() {
        controlPlane.kubectl("delete", "validatingwebhookconfiguration", NAME, "--ignore-not-found");
        controlPlane.kubectl("delete", "events", "-n", "default", "--field-selector=involvedObject.name=" + NAME);
    }

    @Test
    void countsEditsAtOnceAndTellsThemWhenAnUpgradeWouldBeOver() throws IOException {
        apply(WEBHOOKS);
        guard.look();
        assertThat(edits()).isZero();

        apply(WEBHOOKS.replace("operations: [CREATE]", "operations: [DELETE]"));
        guard.look();
        clock.step(Duration.ofMinutes(2));
        guard.look();
        assertThat(edits()).isOne();
        assertThat(events()).isEmpty();

        clock.step(Duration.ofMinutes(1));
        guard.look();
        assertThat(events())
                .contains("pods.example.org.rules[0].operations[0] was changed", "helm upgrade puts it back");
    }

    @Test
    void aDeletedConfigurationIsAnEditToo() {
        guard.look();

        assertThat(edits()).isOne();
    }

    private double edits() {
        return registry.get(ConfigurationGuard.METRIC).gauge().value();
    }

    private String events() {
        return controlPlane
                .kubectl(
                        "get",
                        "events",
                        "-n",
                        "default",
                        "--field-selector=reason=WebhookEdited,involvedObject.name=" + NAME,
                        "-o",
                        "jsonpath={.items[*].message}")
                .orThrow();
    }

    private void apply(String webhooks) throws IOException {
        String configuration = """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingWebhookConfiguration
                metadata: {name: %s}
                webhooks:
                """.formatted(NAME) + webhooks;
        Path file = Files.writeString(folder.resolve("configuration.yaml"), configuration);
        controlPlane.kubectl("apply", "-f", file.toString()).orThrow();
    }
}
