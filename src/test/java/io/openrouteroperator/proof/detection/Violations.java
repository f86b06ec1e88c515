package io.openrouteroperator.proof.detection;

import java.util.List;
import java.util.function.Function;

/** Everything that is planted. */
final class Violations {
    private Violations() {}

    /** All of it, in the order in which it is printed. */
    static List<Violation> all() {
        return List.of(
                of("a provider served that the class does not allow", UsageViolations::unapprovedProvider),
                of("a free model served regulated data", UsageViolations::freeModel),
                of("the audit destination is disabled", AccountViolations::destinationDisabled),
                of("regulated data, and an account of the free tier", AccountViolations::freeTier),
                of("a key that nobody manages", AccountViolations::unmanagedKey),
                of("the limit of a key is taken away by hand", AccountViolations::limitRemoved),
                of("a guardrail is edited by hand", AccountViolations::guardrailEdited),
                of("a key is pasted into a ConfigMap", ServiceViolations::leakedIntoConfigMap),
                of("a key is pasted into an annotation", ServiceViolations::leakedIntoAnnotation),
                of("a hard-coded key in a newly governed namespace", ServiceViolations::hardCodedBeforeGovernance),
                of("two workloads share a key", ServiceViolations::sharedKey),
                of("a key is past its rotation, and OpenRouter makes none", ServiceViolations::staleKey),
                of("an attestation has ended", ServiceViolations::attestationExpired),
                of("the webhook's configuration is edited", Violations::webhookEdited));
    }

    /** The API server asks about new pods, but no longer minds when nobody answers. */
    private static Planted webhookEdited(Corner corner) {
        setFailurePolicy(corner, "Ignore");
        corner.undo().add(() -> setFailurePolicy(corner, "Fail"));
        return Planted.seen(
                "metric openrouter_webhook_configuration_edits",
                () -> corner.installation()
                        .operator()
                        .operator()
                        .metrics()
                        .contains("openrouter_webhook_configuration_edits 1.0"),
                "admission-enforced",
                "platform");
    }

    private static void setFailurePolicy(Corner corner, String value) {
        corner.installation()
                .controlPlane()
                .kubectl(
                        "patch",
                        "validatingwebhookconfiguration",
                        "openrouter-operator",
                        "--type=json",
                        "-p",
                        "[{\"op\":\"replace\",\"path\":\"/webhooks/0/failurePolicy\",\"value\":\"%s\"}]"
                                .formatted(value))
                .orThrow();
    }

    private static Violation of(String name, Function<Corner, Planted> plant) {
        return new Violation(name, Classes.REGULATED, plant);
    }
}
