package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.api.v1alpha1.key.HandledRequests;
import io.openrouteroperator.api.v1alpha1.key.KeyUsage;
import io.openrouteroperator.api.v1alpha1.key.PendingKey;
import io.openrouteroperator.api.v1alpha1.key.PreviousKey;
import io.openrouteroperator.api.v1alpha1.key.SpentBefore;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.CarriedSpend;
import io.openrouteroperator.core.rotation.Generation;
import io.openrouteroperator.core.rotation.KeyWishes;
import io.openrouteroperator.core.rotation.PolicyProof;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** From what {@code core} remembers to the status as it is written; {@link KeyMapper} reads it back. */
final class StatusMapper {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private StatusMapper() {}

    /** Requests that were carried out, null for none. */
    static @Nullable HandledRequests handled(KeyWishes.Requests requests) {
        return requests.equals(KeyWishes.Requests.none())
                ? null
                : new HandledRequests(
                        requests.generation() == 0 ? null : requests.generation(),
                        requests.rotate(),
                        requests.revoke(),
                        requests.rollback());
    }

    private static @Nullable SpentBefore spentBefore(@Nullable CarriedSpend carried) {
        return carried == null ? null : new SpentBefore(carried.usd().toPlainString(), text(carried.until()));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    static @Nullable CurrentKey current(Generation.@Nullable Current current) {
        return current == null
                ? null
                : new CurrentKey(
                        current.serial(),
                        current.hash().value(),
                        current.label(),
                        current.createdAt().toString(),
                        text(current.expiresAt()),
                        current.publishedAt().toString(),
                        text(current.rolledOutAt()),
                        spentBefore(current.carried()),
                        text(current.compromisedAt()));
    }

    static PreviousKey previous(Generation.Previous previous) {
        return new PreviousKey(
                previous.serial(),
                previous.hash().value(),
                previous.supersededAt().toString(),
                previous.retireAfter().toString(),
                previous.mark() == null ? null : previous.mark().usage().toPlainString(),
                previous.mark() == null ? null : previous.mark().seenAt().toString(),
                text(previous.retiredAt()),
                previous.restored() ? true : null);
    }

    static @Nullable PendingKey pending(Generation.@Nullable Pending pending) {
        return pending == null
                ? null
                : new PendingKey(
                        pending.serial(),
                        pending.nonce(),
                        pending.startedAt().toString(),
                        pending.keyName(),
                        spentBefore(pending.carried()));
    }

    static io.openrouteroperator.api.v1alpha1.key.@Nullable PolicyProof proof(@Nullable PolicyProof proof) {
        return proof == null
                ? null
                : new io.openrouteroperator.api.v1alpha1.key.PolicyProof(
                        proof.provenAt().toString(),
                        proof.guardrailId(),
                        proof.usableModels(),
                        proof.modelsHash(),
                        proof.policyRevision());
    }

    static KeyUsage usage(RemoteKey remote) {
        BigDecimal remaining = remote.limitRemaining();
        return new KeyUsage(
                spent(remote.usageDaily()),
                spent(remote.usageMonthly()),
                remaining == null ? null : rounded(remaining),
                remote.lastUsedAt() == null ? null : day(remote.lastUsedAt()));
    }

    /** A status that told the time would be written with every call. */
    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    /** Requests may cost less than a cent, and a key that spent something must not look unused. */
    private static String spent(BigDecimal usd) {
        return rounded(usd.signum() > 0 ? usd.max(CENT) : usd);
    }

    private static String rounded(BigDecimal usd) {
        return usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
