package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountStatus;
import io.openrouteroperator.api.v1alpha1.account.RetiringKey;
import io.openrouteroperator.api.v1alpha1.key.DeletionPolicy;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.rotation.DeletionProtocol.Fate;
import io.openrouteroperator.core.rotation.RetireQueue;
import io.openrouteroperator.core.rotation.Retirement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Between an account's status and the keys it still has to retire. */
final class RetireQueueMapper {
    private RetireQueueMapper() {}

    static RetireQueue read(OpenRouterAccount account) {
        OpenRouterAccountStatus status = account.getStatus();
        return new RetireQueue(
                status == null
                        ? List.of()
                        : status.retireQueue().stream()
                                .flatMap(written -> read(written).stream())
                                .toList());
    }

    static List<RetiringKey> write(RetireQueue queue) {
        return queue.entries().stream().map(RetireQueueMapper::write).toList();
    }

    private static Optional<Retirement> read(RetiringKey written) {
        Fate fate = Fate.valueOf(Objects.requireNonNullElse(written.fate(), DeletionPolicy.DELETE)
                .name());
        String owner = Objects.requireNonNullElse(written.owner(), "");
        Instant since = written.since() == null ? Instant.EPOCH : Instant.parse(written.since());
        if (written.hash() != null) {
            return Optional.of(new Retirement.Known(new KeyHash(written.hash()), fate, owner, since));
        }
        return Optional.ofNullable(written.keyName()).map(name -> new Retirement.Lost(name, fate, owner, since));
    }

    private static RetiringKey write(Retirement entry) {
        DeletionPolicy fate = DeletionPolicy.valueOf(entry.fate().name());
        String since = entry.since().toString();
        return switch (entry) {
            case Retirement.Known(KeyHash hash, var _, String owner, var _) ->
                new RetiringKey(hash.value(), null, owner, fate, since);
            case Retirement.Lost(String keyName, var _, String owner, var _) ->
                new RetiringKey(null, keyName, owner, fate, since);
        };
    }
}
