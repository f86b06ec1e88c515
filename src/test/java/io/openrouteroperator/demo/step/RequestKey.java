package io.openrouteroperator.demo.step;

import io.openrouteroperator.simulator.KeySnapshot;
import io.openrouteroperator.simulator.Simulator;

/** Ten lines of YAML, and the key is in a Secret. */
final class RequestKey implements Step {

    @Override
    public String title() {
        return "A service asks for its key";
    }

    @Override
    public String why() {
        return "Created without money, bound to its guardrail, proven by asking OpenRouter what the new key can reach, and only"
                + " then given its limit and published. The plaintext exists in this Secret alone.";
    }

    @Override
    public void play(Scene scene) {
        scene.kubectl("apply", "-f", Manifests.example("namespace.yaml"));
        scene.showPart("cat " + Manifests.example("key.yaml"), Manifests.content("key.yaml"));
        scene.kubectl("apply", "-f", Manifests.example("key.yaml"));
        scene.awaitReady("openrouterkey/" + Names.KEY, "-n", Names.NAMESPACE);
        scene.kubectl("get", "openrouterkeys", "-n", Names.NAMESPACE);
        scene.kubectl("describe", "secret", Names.SECRET, "-n", Names.NAMESPACE);
        scene.kubectl(
                "get",
                "events",
                "-n",
                Names.NAMESPACE,
                "--sort-by=.eventTime",
                "-o",
                "custom-columns=REASON:.reason,MESSAGE:.message");
        checkAtOpenRouter(scene);
    }

    private static void checkAtOpenRouter(Scene scene) {
        String hash = Simulator.hashOf(ServiceKey.read(scene));
        KeySnapshot key = scene.openRouter().keys().stream()
                .filter(candidate -> candidate.hash().equals(hash))
                .findFirst()
                .orElse(null);
        scene.claim(key != null, "OpenRouter knows the key in the Secret");
        scene.claim(
                key != null && Guardrail.of(scene).id().equals(key.guardrailId()),
                "the key is under the guardrail of its class");
    }
}
