package io.openrouteroperator.reconcile.key;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.api.v1alpha1.key.KeyUsage;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.PendingKey;
import io.openrouteroperator.api.v1alpha1.key.PreviousKey;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.Generation;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.PolicyProof;
import io.openrouteroperator.core.rotation.Standing;
import io.openrouteroperator.reconcile.ConditionList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes down where a key stands. */
final class KeyStatusFactory {
    private final Clock clock;

    KeyStatusFactory(Clock clock) {
        this.clock = clock;
    }

    /** The status with another record; conditions and figures stay until the pass ends. */
    OpenRouterKeyStatus remembering(OpenRouterKey key, KeyRecord record, @Nullable String policy, Standing standing) {
        OpenRouterKeyStatus before = key.getStatus();
        return status(key, record, policy, conditions(standing, record), before == null ? null : before.usage());
    }

    /** The status at the end of a pass. */
    OpenRouterKeyStatus standing(
            OpenRouterKey key, @Nullable String policy, Standing standing, @Nullable RemoteKey remote) {
        KeyRecord record = KeyMapper.record(key);
        OpenRouterKeyStatus before = key.getStatus();
        KeyUsage usage = remote != null ? usage(remote) : before == null ? null : before.usage();
        String known = policy != null ? policy : before == null ? null : before.policy();
        return status(key, record, known, conditions(standing, record), usage);
    }

    private OpenRouterKeyStatus status(
            OpenRouterKey key,
            KeyRecord record,
            @Nullable String policy,
            List<ConditionValue> conditions,
            @Nullable KeyUsage usage) {
        OpenRouterKeyStatus before = key.getStatus();
        List<Condition> merged = ConditionList.merge(
                before == null ? List.of() : before.conditions(),
                conditions,
                key.getMetadata().getGeneration(),
                clock.instant());
        return new OpenRouterKeyStatus(
                key.getMetadata().getGeneration(),
                merged,
                policy,
                record.account(),
                SecretNames.name(key),
                current(record.current()),
                record.previous().stream().map(KeyStatusFactory::previous).toList(),
                pending(record.pending()),
                record.lastSerial(),
                proof(record.proof()),
                null,
                usage,
                record.withdrawn() ? KeyMapper.WITHDRAWN : null);
    }

    private static List<ConditionValue> conditions(Standing standing, KeyRecord record) {
        List<ConditionValue> conditions = new ArrayList<>();
        Reason reason = standing.reason();
        String message = standing.message();
        switch (standing.verdict()) {
            case READY -> conditions.add(ConditionValue.holds(ConditionType.READY, reason, message));
            case RECONCILING, UNDECIDED -> {
                conditions.add(ConditionValue.fails(ConditionType.READY, reason, message));
                conditions.add(ConditionValue.holds(ConditionType.RECONCILING, reason, message));
            }
            case STALLED -> {
                conditions.add(ConditionValue.fails(ConditionType.READY, reason, message));
                conditions.add(ConditionValue.holds(ConditionType.STALLED, reason, message));
            }
        }
        if (record.current() != null && standing.verdict() == Standing.Verdict.READY) {
            conditions.add(ConditionValue.holds(
                    ConditionType.SECRET_SYNCED, Reason.SECRET_SYNCED, "the Secret holds the current key"));
            conditions.add(ConditionValue.holds(
                    ConditionType.GUARDRAIL_IN_SYNC, Reason.IN_SYNC, "the key is bound to the guardrail of its class"));
        }
        return conditions;
    }

    private static @Nullable CurrentKey current(Generation.@Nullable Current current) {
        return current == null
                ? null
                : new CurrentKey(
                        current.serial(),
                        current.hash().value(),
                        current.label(),
                        current.createdAt().toString(),
                        current.expiresAt() == null ? null : Objects.toString(current.expiresAt()));
    }

    private static PreviousKey previous(Generation.Previous previous) {
        return new PreviousKey(
                previous.serial(),
                previous.hash().value(),
                previous.retireAfter().toString(),
                null);
    }

    private static @Nullable PendingKey pending(Generation.@Nullable Pending pending) {
        return pending == null
                ? null
                : new PendingKey(
                        pending.serial(), pending.nonce(), pending.startedAt().toString(), pending.keyName());
    }

    private static io.openrouteroperator.api.v1alpha1.key.@Nullable PolicyProof proof(@Nullable PolicyProof proof) {
        return proof == null
                ? null
                : new io.openrouteroperator.api.v1alpha1.key.PolicyProof(
                        proof.provenAt().toString(),
                        proof.guardrailId(),
                        proof.usableModels(),
                        proof.modelsHash(),
                        proof.policyRevision());
    }

    private static KeyUsage usage(RemoteKey remote) {
        BigDecimal remaining = remote.limitRemaining();
        return new KeyUsage(
                rounded(remote.usageDaily()),
                rounded(remote.usageMonthly()),
                remaining == null ? null : rounded(remaining));
    }

    private static String rounded(BigDecimal usd) {
        return usd.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
