package io.openrouteroperator.reconcile.account;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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

    void put(String account, Entry entry) {
        entries.put(account, entry);
    }

    void remove(String account) {
        entries.remove(account);
    }
}
