package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.core.openrouter.OpenRouter;
import java.time.Clock;
import java.util.Optional;

/** Lets views of accounts outlive polls, and the key changes of a day outlive views. */
final class AccountViews {
    private final AccountRegistry registry;
    private final AccountStatusStore store;
    private final Clock clock;

    AccountViews(AccountRegistry registry, AccountStatusStore store, Clock clock) {
        this.registry = registry;
        this.store = store;
        this.clock = clock;
    }

    /** The view of this connection with what was polled through it. */
    AccountView refresh(OpenRouterAccount account, OpenRouter connection, AccountPoll poll) {
        Optional<AccountView> known = registry.view(account.getMetadata().getName())
                .filter(view -> view.connection().equals(connection));
        AccountView view = known.orElseGet(() -> new AccountView(connection, poll, ration(account), clock));
        view.refresh(poll);
        view.ration().asked(LedgerMapper.perDay(account), LedgerMapper.reservePercent(account));
        return view;
    }

    /** Another management key does not make another day. */
    private KeyChangeRation ration(OpenRouterAccount account) {
        String name = account.getMetadata().getName();
        return registry.view(name)
                .map(AccountView::ration)
                .orElseGet(() -> new KeyChangeRation(
                        LedgerMapper.read(account, clock.instant()), new LedgerJournal(name, store), clock));
    }
}
