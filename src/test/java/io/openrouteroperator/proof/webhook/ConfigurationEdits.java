package io.openrouteroperator.proof.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.proof.Waiting;
import java.time.Duration;

/** Somebody edits what the API server sends to the webhook. */
final class ConfigurationEdits {
    private static final String KIND = "validatingwebhookconfiguration";
    private static final String NAME = "openrouter-operator";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WebhookGround ground;

    ConfigurationEdits(WebhookGround ground) {
        this.ground = ground;
    }

    /** Every replica counts the edit, and stops when it is undone; what the API server fills in counts for nothing. */
    String areNoticed() {
        await("nothing is edited", 0);
        long began = System.nanoTime();
        patch("Ignore");
        await("the edit is noticed", 1);
        long noticed = Duration.ofNanos(System.nanoTime() - began).toMillis();
        patch("Fail");
        await("the edit is undone", 0);
        return "noticed by both replicas after %d ms".formatted(noticed);
    }

    private void patch(String failurePolicy) {
        String patch = "[{\"op\":\"replace\",\"path\":\"/webhooks/0/failurePolicy\",\"value\":\"%s\"}]"
                .formatted(failurePolicy);
        ground.kubectl("patch", KIND, NAME, "--type=json", "-p", patch).orThrow();
    }

    private void await(String what, int edits) {
        String line = "openrouter_webhook_configuration_edits %d.0".formatted(edits);
        assertThat(Waiting.until(PATIENCE, () -> ground.replicas().metrics().allMatch(page -> page.contains(line))))
                .as(what)
                .isTrue();
    }
}
