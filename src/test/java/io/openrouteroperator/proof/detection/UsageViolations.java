package io.openrouteroperator.proof.detection;

import io.openrouteroperator.simulator.ServedCalls;
import io.openrouteroperator.usage.PolicyHistory;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What OpenRouter says was served. */
final class UsageViolations {
    private UsageViolations() {}

    /** A provider that the class does not allow served a request yesterday. */
    static Planted unapprovedProvider(Corner corner) {
        return served(corner, "openai/gpt-4o", "openai/gpt-4o-20241120", "xAI", "unapproved-provider-request");
    }

    /** A free variant of a model served regulated data yesterday. */
    static Planted freeModel(Corner corner) {
        return served(
                corner,
                "meta-llama/llama-3.3-70b-instruct:free",
                "meta-llama/llama-3.3-70b-instruct",
                "Azure",
                "free-model-on-regulated-data");
    }

    private static Planted served(Corner corner, String model, String permaslug, String provider, String control) {
        String hash = corner.publish(Classes.REGULATED_NAME);
        PolicyHistory.backdate(corner.tenant());
        new ServedCalls(corner.openRouter())
                .add(LocalDate.now(ZoneOffset.UTC).minusDays(1), hash, model, permaslug, provider, 3);
        return Planted.seen(
                "condition UsageConforms of the policy",
                () -> corner.policyCondition("UsageConforms").equals("False"),
                control,
                corner.namespaceOwner());
    }
}
