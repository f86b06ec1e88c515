package io.openrouteroperator.proof.detection;

import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountStatus;
import io.openrouteroperator.reconcile.ManagementCall;
import java.math.BigDecimal;
import java.util.Objects;

/** What goes wrong in the account at OpenRouter. */
final class AccountViolations {
    private AccountViolations() {}

    /** The observability destination is switched off. */
    static Planted destinationDisabled(Corner corner) {
        String id = ManagementCall.post(
                        corner.openRouter(),
                        "/observability/destinations",
                        "{\"name\":\"siem\",\"type\":\"datadog\",\"config\":{\"apiKey\":\"secret\",\"mlApp\":\"app\"}}")
                .path("id")
                .asText();
        corner.tenant().apply(corner.tenant().account() + "  auditTrail: {required: true, destinationName: siem}\n");
        corner.tenant()
                .await(
                        "the destination is seen",
                        () -> corner.accountCondition("AuditTrailConfigured").equals("True"));
        ManagementCall.patch(corner.openRouter(), "/observability/destinations/" + id, "{\"enabled\": false}");
        return Planted.seen(
                "condition AuditTrailConfigured of the account",
                () -> corner.accountCondition("AuditTrailConfigured").equals("False"),
                "request-without-trail",
                owner(corner));
    }

    /** Nobody has ever paid for the account, and its policy has a class for regulated data. */
    static Planted freeTier(Corner corner) {
        corner.openRouter().dashboard().setCredits(BigDecimal.ZERO);
        return Planted.seen(
                "status.credits of the account",
                () -> bought(corner).signum() == 0,
                "free-tier-account",
                owner(corner));
    }

    /** Somebody makes a key at the dashboard. */
    static Planted unmanagedKey(Corner corner) {
        corner.openRouter().dashboard().createKey("laptop");
        return Planted.seen(
                "status.keys of the account",
                () -> Objects.requireNonNullElse(
                                Objects.requireNonNull(status(corner).keys()).unmanaged(), 0)
                        > 0,
                "no-unmanaged-keys",
                owner(corner));
    }

    /** Somebody takes the limit off a key. */
    static Planted limitRemoved(Corner corner) {
        String hash = corner.publish(Classes.REGULATED_NAME);
        ManagementCall.patch(corner.openRouter(), "/keys/" + hash, "{\"limit\": null}");
        return Planted.putBack(
                "put back, event KeyDrift on the key",
                () -> corner.event(corner.service(), "KeyDrift")
                        && corner.tenant().remote(hash).orElseThrow().limit() != null);
    }

    /** Somebody opens a guardrail to every provider. */
    static Planted guardrailEdited(Corner corner) {
        String id = Objects.requireNonNull(
                Objects.requireNonNull(corner.tenant().policy().getStatus())
                        .classifications()
                        .getFirst()
                        .guardrailId());
        ManagementCall.patch(corner.openRouter(), "/guardrails/" + id, "{\"allowed_providers\": null}");
        return Planted.putBack(
                "put back, event GuardrailDrift on the policy",
                () -> corner.event(corner.name(), "GuardrailDrift")
                        && corner.openRouter().guardrails().stream()
                                .filter(each -> each.id().equals(id))
                                .noneMatch(each ->
                                        each.settings().get("allowed_providers").isNull()));
    }

    private static BigDecimal bought(Corner corner) {
        return new BigDecimal(Objects.requireNonNull(status(corner).credits()).total());
    }

    private static OpenRouterAccountStatus status(Corner corner) {
        return Objects.requireNonNull(corner.tenant().accountObject().getStatus());
    }

    private static String owner(Corner corner) {
        return "account " + corner.name();
    }
}
