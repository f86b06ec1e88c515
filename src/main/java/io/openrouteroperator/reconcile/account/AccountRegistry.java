package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.core.policy.compile.Catalogue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The accounts this process is connected to, by the name of their object. Filled by polls, so empty right after a start. */
public final class AccountRegistry {
    /** What is known of an account. */
    public sealed interface Entry {
        /** It works. */
        record Connected(AccountView view, boolean deletesOrphans, Duration pollInterval) implements Entry {}

        /** It was tried and does not work; its condition says why. */
        record Failing(String message) implements Entry {}
    }

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private volatile Predicate<String> exists = account -> true;

    /** What is known of an account; empty when it was not polled yet. */
    public Optional<Entry> find(String account) {
        return Optional.ofNullable(entries.get(account));
    }

    /** The account's view, when it works. */
    public Optional<AccountView> view(String account) {
        return entries.get(account) instanceof Entry.Connected(AccountView view, var _, var _)
                ? Optional.of(view)
                : Optional.empty();
    }

    /** The views of all accounts that work and still have an object, by name. */
    Map<String, AccountView> connected() {
        Map<String, AccountView> views = new TreeMap<>();
        entries.forEach((name, entry) -> {
            if (exists.test(name) && entry instanceof Entry.Connected(AccountView view, var _, var _)) {
                views.put(name, view);
            }
        });
        return views;
    }

    /** The catalogue as an account that works showed it last; all accounts see the same. */
    public Optional<Catalogue> catalogue() {
        return connected().values().stream()
                .map(view -> view.poll().catalogue())
                .findFirst();
    }

    /** Accounts for which this no longer holds are not told of any more. */
    void use(Predicate<String> stillThere) {
        exists = stillThere;
    }

    void put(String account, Entry entry) {
        entries.put(account, entry);
    }
}
