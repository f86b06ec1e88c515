package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.account.OrphanPolicy;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.RetireQueue;
import io.openrouteroperator.core.rotation.Retirement;
import java.time.Clock;
import java.util.List;

/** What an account does for keys that have no object any more: those handed over to it are retired, others are orphans. */
final class AccountUpkeep {
    /** What came of it: whose the keys are now, and which of those handed over are settled. */
    record Result(KeyCensus census, List<Retirement> retired) {}

    private final KeyOwners owners;
    private final String cluster;
    private final RetireWork retireWork;
    private final OrphanJanitor janitor;
    private final AccountMeters meters;
    private final Clock clock;

    AccountUpkeep(
            KeyOwners owners,
            String cluster,
            RetireWork retireWork,
            OrphanJanitor janitor,
            AccountMeters meters,
            Clock clock) {
        this.owners = owners;
        this.cluster = cluster;
        this.retireWork = retireWork;
        this.janitor = janitor;
        this.meters = meters;
        this.clock = clock;
    }

    /** After each poll. */
    Result afterPoll(OpenRouterAccount account, AccountView view) {
        KeyCensus.Owners recognised = owners.recognised(cluster);
        view.fleet()
                .plan(
                        owners.holdersOfKeys(account.getMetadata().getName()),
                        view.ration().ledger(),
                        clock.instant());
        RetireQueue queue = RetireQueueMapper.read(account);
        List<Retirement> retired =
                queue.entries().isEmpty() ? List.of() : retireWork.workOff(queue, recognised, account, view);
        KeyCensus found = KeyCensus.of(view, recognised, queue);
        boolean delete = account.getSpec().orphans() != OrphanPolicy.REPORT;
        List<RemoteKey> left = janitor.tidy(found.orphans(), delete, account, view);
        KeyCensus census = new KeyCensus(found.managed(), found.unmanaged(), left);
        meters.orphansDeleted(found.orphans().size() - left.size());
        meters.credits(account.getMetadata().getName(), view.poll().credits());
        meters.polled(
                account.getMetadata().getName(),
                view.poll().startedAt(),
                left.size(),
                queue.without(retired).entries().size(),
                view.ration().ledger(),
                view.fleet().plan());
        return new Result(census, retired);
    }
}
