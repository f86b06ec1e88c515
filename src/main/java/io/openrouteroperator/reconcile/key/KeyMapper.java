package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.api.v1alpha1.key.DeletionPolicy;
import io.openrouteroperator.api.v1alpha1.key.HandledRequests;
import io.openrouteroperator.api.v1alpha1.key.KeyRotation;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.PendingKey;
import io.openrouteroperator.api.v1alpha1.key.PreviousKey;
import io.openrouteroperator.api.v1alpha1.key.Rollout;
import io.openrouteroperator.api.v1alpha1.key.RolloutStrategy;
import io.openrouteroperator.api.v1alpha1.key.SpentBefore;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.ServiceKeyId;
import io.openrouteroperator.core.rotation.CarriedSpend;
import io.openrouteroperator.core.rotation.DeletionProtocol.Fate;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.KeyWishes;
import io.openrouteroperator.core.rotation.KeyWishes.Requests;
import io.openrouteroperator.core.rotation.PolicyProof;
import io.openrouteroperator.core.rotation.UsageMark;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From the object as written to what {@code core} understands. */
final class KeyMapper {
    /** Marks in the status a key that we disabled because its class allows nothing. */
    static final String WITHDRAWN = "Withdrawn";

    private KeyMapper() {}

    /** Whose key it is. */
    static ServiceKeyId id(OpenRouterKey key, String cluster) {
        return new ServiceKeyId(
                cluster,
                key.getMetadata().getNamespace(),
                key.getMetadata().getName(),
                key.getMetadata().getUid());
    }

    /** What becomes of its key when the object is deleted. */
    static Fate fate(OpenRouterKey key) {
        return switch (Objects.requireNonNullElse(key.getSpec().deletionPolicy(), DeletionPolicy.DELETE)) {
            case DELETE -> Fate.DELETE;
            case DISABLE -> Fate.DISABLE;
            case RETAIN -> Fate.RETAIN;
        };
    }

    /** What the status remembers. */
    static KeyRecord record(OpenRouterKey key) {
        OpenRouterKeyStatus status = key.getStatus();
        if (status == null) {
            return KeyRecord.empty();
        }
        return new KeyRecord(
                status.account(),
                Objects.requireNonNullElse(status.lastSerial(), 0),
                pending(status.pending()),
                current(status.current()),
                status.previous().stream().map(KeyMapper::previous).toList(),
                proof(status),
                WITHDRAWN.equals(status.remoteState()),
                handled(status.handled()));
    }

    /** What its owner asks for, in the spec and by annotations. */
    static KeyWishes wishes(OpenRouterKey key) {
        KeyRotation rotation = key.getSpec().rotation();
        Rollout rollout = key.getSpec().rollout();
        Map<String, String> annotations =
                Objects.requireNonNullElse(key.getMetadata().getAnnotations(), Map.of());
        return new KeyWishes(
                new Requests(
                        rotation == null ? 0 : Objects.requireNonNullElse(rotation.generation(), 0L),
                        annotations.get(Annotations.ROTATE),
                        annotations.get(Annotations.REVOKE),
                        annotations.get(Annotations.ROLLBACK)),
                Boolean.TRUE.equals(key.getSpec().adopt()),
                rollout == null || rollout.strategy() != RolloutStrategy.NONE,
                rotation != null && Boolean.TRUE.equals(rotation.suspend()));
    }

    private static Previous previous(PreviousKey written) {
        Instant retireAfter = Instant.parse(Objects.requireNonNull(written.retireAfter()));
        Instant markedAt = instant(written.lastUsageAt());
        return new Previous(
                written.serial(),
                new KeyHash(written.hash()),
                Objects.requireNonNullElse(instant(written.supersededAt()), retireAfter),
                retireAfter,
                markedAt == null || written.lastUsage() == null
                        ? null
                        : new UsageMark(new BigDecimal(written.lastUsage()), markedAt),
                instant(written.retiredAt()),
                Boolean.TRUE.equals(written.restored()));
    }

    private static Requests handled(@Nullable HandledRequests written) {
        return written == null
                ? Requests.none()
                : new Requests(
                        Objects.requireNonNullElse(written.generation(), 0L),
                        written.rotate(),
                        written.revoke(),
                        written.rollback());
    }

    private static @Nullable CarriedSpend carried(@Nullable SpentBefore written) {
        return written == null ? null : new CarriedSpend(new BigDecimal(written.usd()), instant(written.until()));
    }

    private static @Nullable Pending pending(@Nullable PendingKey written) {
        return written == null
                ? null
                : new Pending(
                        written.serial(),
                        written.nonce(),
                        written.keyName(),
                        Instant.parse(written.startedAt()),
                        carried(written.spentBefore()));
    }

    private static @Nullable Current current(@Nullable CurrentKey written) {
        if (written == null) {
            return null;
        }
        Instant createdAt = Objects.requireNonNullElse(instant(written.createdAt()), Instant.EPOCH);
        return new Current(
                written.serial(),
                new KeyHash(written.hash()),
                Objects.requireNonNullElse(written.label(), ""),
                createdAt,
                instant(written.expiresAt()),
                Objects.requireNonNullElse(instant(written.publishedAt()), createdAt),
                instant(written.rolledOutAt()),
                carried(written.spentBefore()),
                instant(written.revokedAt()));
    }

    private static @Nullable PolicyProof proof(OpenRouterKeyStatus status) {
        var written = status.proof();
        return written == null
                ? null
                : new PolicyProof(
                        Instant.parse(written.provenAt()),
                        written.guardrailId(),
                        written.usableModels(),
                        written.modelsHash(),
                        written.policyRevision());
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
