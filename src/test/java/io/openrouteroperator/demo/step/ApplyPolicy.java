package io.openrouteroperator.demo.step;

import io.openrouteroperator.simulator.GuardrailSnapshot;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Four classes of data, compiled to guardrails at OpenRouter. */
final class ApplyPolicy implements Step {
    private static final String STRICT = "confidential";
    private static final String ALLOWED =
            "{range .status.classifications[*]}{.name}{\": \"}{.effectiveProviders}{\"\\n\"}{end}";
    private static final String EXCLUDED = "{range .status.classifications[?(@.name==\"" + STRICT
            + "\")].excluded[*]}{.provider}{\" \"}{.reason}{\"\\n\"}{end}";

    @Override
    public String title() {
        return "The rules: which class of data may reach which provider";
    }

    @Override
    public String why() {
        return "Names, globs and conditions became explicit lists, checked against OpenRouter's catalogue, and OpenRouter"
                + " itself enforces them on every request. A provider that does not qualify is listed with the reason.";
    }

    @Override
    public void play(Scene scene) {
        String file = Manifests.example("policy.yaml");
        scene.showPart(
                "sed -n '/name: %s/,/limit/p; /name: %s/,/limit/p' %s".formatted(Names.CLASSIFICATION, STRICT, file),
                Manifests.classification(Names.CLASSIFICATION) + "\n" + Manifests.classification(STRICT));
        scene.kubectl("apply", "-f", file);
        scene.awaitReady("openrouterpolicy/" + Names.POLICY);
        scene.kubectl("get", "openrouterpolicies");
        scene.kubectl("get", "openrouterpolicy", Names.POLICY, "-o", "jsonpath=" + ALLOWED);
        String excluded = scene.kubectl("get", "openrouterpolicy", Names.POLICY, "-o", "jsonpath=" + EXCLUDED);
        scene.claim(!excluded.isBlank(), "the status says which providers do not qualify, and why");
        scene.claim(
                providersAtOpenRouter(scene).equals(providersInStatus(scene)),
                "the guardrail at OpenRouter allows the providers that the status lists");
    }

    private static List<String> providersInStatus(Scene scene) {
        return scene.read(
                        "get",
                        "openrouterpolicy",
                        Names.POLICY,
                        "-o",
                        "jsonpath={.status.classifications[?(@.name==\"" + Names.CLASSIFICATION
                                + "\")].effectiveProviders[*]}")
                .lines()
                .flatMap(line -> Stream.of(line.split(" ", -1)))
                .sorted()
                .toList();
    }

    private static List<String> providersAtOpenRouter(Scene scene) {
        GuardrailSnapshot guardrail = Guardrail.of(scene);
        return StreamSupport.stream(
                        guardrail.settings().path("allowed_providers").spliterator(), false)
                .map(provider -> provider.asText())
                .sorted()
                .toList();
    }
}
