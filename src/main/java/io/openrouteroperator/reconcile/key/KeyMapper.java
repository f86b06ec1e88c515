package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.api.v1alpha1.key.DeletionPolicy;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.PendingKey;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.ServiceKeyId;
import io.openrouteroperator.core.rotation.DeletionProtocol.Fate;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Pending;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.PolicyProof;
import java.time.Instant;
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
                status.previous().stream()
                        .map(old -> new Previous(
                                old.serial(),
                                new KeyHash(old.hash()),
                                Instant.parse(Objects.requireNonNull(old.retireAfter()))))
                        .toList(),
                proof(status),
                WITHDRAWN.equals(status.remoteState()));
    }

    private static @Nullable Pending pending(@Nullable PendingKey written) {
        return written == null
                ? null
                : new Pending(written.serial(), written.nonce(), written.keyName(), Instant.parse(written.startedAt()));
    }

    private static @Nullable Current current(@Nullable CurrentKey written) {
        return written == null
                ? null
                : new Current(
                        written.serial(),
                        new KeyHash(written.hash()),
                        Objects.requireNonNullElse(written.label(), ""),
                        Objects.requireNonNullElse(instant(written.createdAt()), Instant.EPOCH),
                        instant(written.expiresAt()));
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
