package io.openrouteroperator.demo.step;

import io.openrouteroperator.demo.DemoFailure;
import io.openrouteroperator.simulator.GuardrailSnapshot;

/** The guardrail of the demo's class, as it stands at OpenRouter. */
final class Guardrail {
    private Guardrail() {}

    static GuardrailSnapshot of(Scene scene) {
        String id = scene.read(
                "get",
                "openrouterpolicy",
                Names.POLICY,
                "-o",
                "jsonpath={.status.classifications[?(@.name==\"" + Names.CLASSIFICATION + "\")].guardrailId}");
        return scene.openRouter().guardrails().stream()
                .filter(guardrail -> guardrail.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DemoFailure("OpenRouter has no guardrail " + id));
    }
}
