package io.openrouteroperator.demo.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.demo.Terminal;
import io.openrouteroperator.simulator.GuardrailSnapshot;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A guardrail opened at OpenRouter's dashboard, and closed again by the operator. */
final class EditGuardrailByHand implements Step {
    private static final String PROVIDERS = "allowed_providers";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public String title() {
        return "Someone opens the guardrail at OpenRouter's dashboard";
    }

    @Override
    public String why() {
        return "The policy in the cluster is the truth. An edit elsewhere lasts until the next poll and leaves an event behind.";
    }

    @Override
    public void play(Scene scene) {
        GuardrailSnapshot before = Guardrail.of(scene);
        JsonNode wanted = before.settings().path(PROVIDERS);
        ObjectNode anything = JsonNodeFactory.instance.objectNode().putNull(PROVIDERS);
        scene.openRouter().dashboard().editGuardrail(before.id(), anything);
        scene.terminal().scene("at the dashboard: allowed providers " + wanted + " -> null, which means all");
        scene.claim(!providers(scene).equals(wanted), "the edit took effect");
        long start = System.nanoTime();
        Awaitility.await("the guardrail to be put back")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> providers(scene).equals(wanted));
        String after = Terminal.seconds(Duration.ofNanos(System.nanoTime() - start));
        scene.terminal().scene(after + " later:  allowed providers " + providers(scene));
        awaitEvent(scene);
        scene.kubectl(
                "get",
                "events",
                "--field-selector=reason=GuardrailDrift",
                "-o",
                "custom-columns=TYPE:.type,REASON:.reason,OBJECT:.involvedObject.name,MESSAGE:.message");
    }

    private static JsonNode providers(Scene scene) {
        return Guardrail.of(scene).settings().path(PROVIDERS);
    }

    private static void awaitEvent(Scene scene) {
        Awaitility.await("the event about the guardrail")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> scene.read("get", "events", "--field-selector=reason=GuardrailDrift")
                        .contains("GuardrailDrift"));
    }
}
