package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.ControlPlane;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of our own kinds the API server sends to the webhook: they fail open, which it counts. */
class ChartDeclarationWebhookIT extends UnansweredWebhook {
    private static final String CLASS = "{\"spec\":{\"classification\":\"%s\"}}";

    ChartDeclarationWebhookIT(ControlPlane controlPlane) {
        super(controlPlane);
    }

    @Test
    void isSentOurOwnKindsOfAnyNamespaceButNeverHoldsThemUp() {
        kubectl("apply", "-f", manifest("own-kinds")).orThrow();
        long before = unseenDeclarations();

        kubectl("annotate", "-f", manifest("own-kinds"), "a=b").orThrow();
        kubectl(
                        "patch",
                        "openrouterkey",
                        "checkout",
                        "--type=merge",
                        "-p",
                        CLASS.formatted("a"),
                        "--as=" + OPERATOR,
                        MASTERS)
                .orThrow();
        kubectl("patch", "openrouterkey", "checkout", "--type=merge", "-p", CLASS.formatted("b"), COLLECTOR, MASTERS)
                .orThrow();
        assertThat(unseenDeclarations()).as("no business of the webhook").isEqualTo(before);

        kubectl("patch", "openrouterkey", "checkout", "--type=merge", "-p", CLASS.formatted("c"))
                .orThrow();
        assertThat(unseenDeclarations()).as("a new spec").isEqualTo(before + 1);
        kubectl("delete", "openrouterkey", "checkout").orThrow();
        assertThat(unseenDeclarations()).as("keys may always go").isEqualTo(before + 1);
        kubectl("delete", "openrouterpolicy", "chart-webhook", "--dry-run=server")
                .orThrow();
        kubectl("delete", "openrouteraccount", "chart-webhook", "--dry-run=server")
                .orThrow();
        assertThat(unseenDeclarations()).as("deletions of others need them").isEqualTo(before + 3);
        for (String kind : List.of("openrouterpolicy", "openrouteraccount")) {
            kubectl(
                            "patch",
                            kind,
                            "chart-webhook",
                            "--type=merge",
                            "-p",
                            "{\"metadata\":{\"finalizers\":[\"a.org/a\"]}}")
                    .orThrow();
            kubectl("delete", kind, "chart-webhook", "--wait=false", COLLECTOR, MASTERS)
                    .orThrow();
            kubectl("delete", kind, "chart-webhook", "--wait=false").orThrow();
            kubectl("patch", kind, "chart-webhook", "--type=merge", "-p", "{\"metadata\":{\"finalizers\":null}}")
                    .orThrow();
        }
        assertThat(unseenDeclarations()).as("collected, and on their way out").isEqualTo(before + 3);
    }

    /** How many reviews of our own kinds the API server let pass because nobody answered, which is how many it sent. */
    private long unseenDeclarations() {
        return cluster()
                .kubectl("get", "--raw", "/metrics")
                .orThrow()
                .lines()
                .filter(line -> line.startsWith("apiserver_admission_webhook_fail_open_count{"))
                .filter(line -> line.contains("name=\"declarations.admission.openrouter-operator.io\""))
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
