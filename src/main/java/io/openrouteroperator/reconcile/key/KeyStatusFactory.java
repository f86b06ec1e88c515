package io.openrouteroperator.reconcile.key;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.KeyUsage;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.Progress;
import io.openrouteroperator.core.rotation.Standing;
import io.openrouteroperator.reconcile.ConditionList;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
                        : merged(key, KeyConditions.of(standing, record, null));
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
        KeyUsage usage = remote != null ? StatusMapper.usage(remote) : before == null ? null : before.usage();
        String known = policy != null ? policy : before == null ? null : before.policy();
        return status(
                key,
                record,
                known,
                merged(key, KeyConditions.of(standing, record, progress)),
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
                StatusMapper.current(record.current()),
                record.previous().stream().map(StatusMapper::previous).toList(),
                StatusMapper.pending(record.pending()),
                record.lastSerial(),
                StatusMapper.proof(record.proof()),
                rotation,
                nextRotationTime,
                StatusMapper.handled(record.handled()),
                usage,
                record.withdrawn() ? KeyMapper.WITHDRAWN : null);
    }
}
