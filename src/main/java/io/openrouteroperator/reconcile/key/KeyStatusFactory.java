package io.openrouteroperator.reconcile.key;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.api.v1alpha1.key.HandledRequests;
import io.openrouteroperator.api.v1alpha1.key.KeyUsage;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.PendingKey;
import io.openrouteroperator.api.v1alpha1.key.PreviousKey;
import io.openrouteroperator.api.v1alpha1.key.SpentBefore;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.CarriedSpend;
import io.openrouteroperator.core.rotation.Generation;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.KeyWishes;
import io.openrouteroperator.core.rotation.PolicyProof;
import io.openrouteroperator.core.rotation.Progress;
import io.openrouteroperator.core.rotation.Standing;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import io.openrouteroperator.reconcile.ConditionList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down where a key stands. */
final class KeyStatusFactory {
    private static final int COLUMN = 44;

    private final Clock clock;

    KeyStatusFactory(Clock clock) {
        this.clock = clock;
    }

    /** The status with another record; figures stay until the pass ends, and what is said of a key that works too. */
    OpenRouterKeyStatus remembering(
            OpenRouterKey key, KeyRecord record, @Nullable String policy, Standing standing, boolean served) {
        OpenRouterKeyStatus before = key.getStatus();
        List<Condition> conditions =
                served && before != null && !before.conditions().isEmpty()
                        ? before.conditions()
                        : merged(key, conditions(standing, record, null));
        return status(
                key,
                record,
                policy,
                conditions,
                before == null ? null : before.usage(),
                before == null ? null : before.rotation(),
                before == null ? null : before.nextRotationTime());
    }

    /** The status at the end of a pass. */
    OpenRouterKeyStatus standing(
            OpenRouterKey key,
            @Nullable String policy,
            Standing standing,
            @Nullable Progress progress,
            @Nullable RemoteKey remote) {
        KeyRecord record = KeyMapper.record(key);
        OpenRouterKeyStatus before = key.getStatus();
        KeyUsage usage = remote != null ? usage(remote) : before == null ? null : before.usage();
        String known = policy != null ? policy : before == null ? null : before.policy();
        return status(
                key,
                record,
                known,
                merged(key, conditions(standing, record, progress)),
                usage,
                progress == null || progress.words().isEmpty() ? null : shortened(progress.words()),
                progress == null || progress.nextRotation() == null
                        ? null
                        : progress.nextRotation()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
    }

    /** A column of kubectl must leave room for others; the condition Rotating has all the words. */
    private static String shortened(String words) {
        return words.length() <= COLUMN ? words : words.substring(0, COLUMN - 1) + "…";
    }

    private List<Condition> merged(OpenRouterKey key, List<ConditionValue> conditions) {
        OpenRouterKeyStatus before = key.getStatus();
        return ConditionList.merge(
                before == null ? List.of() : before.conditions(),
                conditions,
                key.getMetadata().getGeneration(),
                clock.instant());
    }

    private OpenRouterKeyStatus status(
            OpenRouterKey key,
            KeyRecord record,
            @Nullable String policy,
            List<Condition> conditions,
            @Nullable KeyUsage usage,
            @Nullable String rotation,
            @Nullable String nextRotationTime) {
        return new OpenRouterKeyStatus(
                key.getMetadata().getGeneration(),
                conditions,
                policy,
                record.account(),
                SecretNames.name(key),
                current(record.current()),
                record.previous().stream().map(KeyStatusFactory::previous).toList(),
                pending(record.pending()),
                record.lastSerial(),
                proof(record.proof()),
                rotation,
                nextRotationTime,
                handled(record.handled()),
                usage,
                record.withdrawn() ? KeyMapper.WITHDRAWN : null);
    }

    /** A key that works while its successor is made is ready: rotation is nobody's outage. */
    private static List<ConditionValue> conditions(Standing standing, KeyRecord record, @Nullable Progress progress) {
        List<ConditionValue> conditions = new ArrayList<>();
        Reason reason = standing.reason();
        String message = standing.message();
        boolean served = progress != null && progress.served() && standing.verdict() == Verdict.RECONCILING;
        Generation.Current current = record.current();
        if (progress != null && current != null) {
            conditions.addAll(rotation(progress, current));
        }
        switch (served ? Verdict.READY : standing.verdict()) {
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
        if (current != null && (served || standing.verdict() == Verdict.READY)) {
            conditions.add(ConditionValue.holds(
                    ConditionType.SECRET_SYNCED, Reason.SECRET_SYNCED, "the Secret holds the current key"));
            conditions.add(ConditionValue.holds(
                    ConditionType.GUARDRAIL_IN_SYNC, Reason.IN_SYNC, "the key is bound to the guardrail of its class"));
        }
        return conditions;
    }

    private static List<ConditionValue> rotation(Progress progress, Generation.Current current) {
        List<ConditionValue> conditions = new ArrayList<>();
        conditions.add(
                progress.outdated()
                        ? ConditionValue.fails(
                                ConditionType.CONSUMERS_UPDATED, Reason.WAITING_FOR_CONSUMERS, progress.words())
                        : ConditionValue.holds(
                                ConditionType.CONSUMERS_UPDATED,
                                Reason.CONSUMERS_UPDATED,
                                "no running consumer that is known holds another key than serial %d"
                                        .formatted(current.serial())));
        if (progress.phase() != Progress.Phase.RESTING) {
            conditions.add(ConditionValue.holds(
                    ConditionType.ROTATING, progress.phase().reason(), progress.words()));
        }
        return conditions;
    }

    private static @Nullable HandledRequests handled(KeyWishes.Requests requests) {
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

    private static @Nullable CurrentKey current(Generation.@Nullable Current current) {
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

    private static PreviousKey previous(Generation.Previous previous) {
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

    private static @Nullable PendingKey pending(Generation.@Nullable Pending pending) {
        return pending == null
                ? null
                : new PendingKey(
                        pending.serial(),
                        pending.nonce(),
                        pending.startedAt().toString(),
                        pending.keyName(),
                        spentBefore(pending.carried()));
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
