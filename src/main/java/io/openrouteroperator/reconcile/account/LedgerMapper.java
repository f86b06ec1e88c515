package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.account.KeyChangeBudget;
import io.openrouteroperator.api.v1alpha1.account.KeyChangesStatus;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountStatus;
import io.openrouteroperator.core.account.KeyChangeLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between the account object and the ledger of its key changes, so that the count survives a restart. */
final class LedgerMapper {
    private static final int DEFAULT_PER_DAY = 8000;
    private static final int DEFAULT_RESERVE_PERCENT = 20;

    private LedgerMapper() {}

    /** The ledger that the object remembers, or a fresh one. */
    static KeyChangeLedger read(OpenRouterAccount account, Instant now) {
        OpenRouterAccountStatus status = account.getStatus();
        KeyChangesStatus written = status == null ? null : status.keyChanges();
        KeyChangeLedger fresh = KeyChangeLedger.fresh(now, perDay(account), reservePercent(account));
        if (written == null || written.day() == null) {
            return fresh;
        }
        return new KeyChangeLedger(
                        LocalDate.parse(written.day()),
                        Objects.requireNonNullElse(written.used(), 0),
                        fresh.asked(),
                        fresh.reservePercent(),
                        written.quota(),
                        instant(written.parkedUntil()))
                .on(now)
                .rationed(fresh.asked(), fresh.reservePercent());
    }

    /** As it is written: only once something was spent, since a status must not change just because it is midnight. */
    static @Nullable KeyChangesStatus write(OpenRouterAccount account, KeyChangeLedger ledger) {
        OpenRouterAccountStatus before = account.getStatus();
        KeyChangesStatus written = before == null ? null : before.keyChanges();
        if (ledger.used() == 0 && (written == null || Objects.equals(written.quota(), ledger.quota()))) {
            return written;
        }
        return new KeyChangesStatus(
                ledger.day().toString(),
                ledger.used(),
                ledger.perDay(),
                ledger.quota(),
                ledger.parkedUntil() == null ? null : Objects.toString(ledger.parkedUntil()));
    }

    /** The ration that the object asks for. */
    static int perDay(OpenRouterAccount account) {
        KeyChangeBudget budget = account.getSpec().keyChanges();
        return budget == null ? DEFAULT_PER_DAY : Objects.requireNonNullElse(budget.perDay(), DEFAULT_PER_DAY);
    }

    /** The reserve that the object asks for, in percent. */
    static int reservePercent(OpenRouterAccount account) {
        KeyChangeBudget budget = account.getSpec().keyChanges();
        return budget == null
                ? DEFAULT_RESERVE_PERCENT
                : Objects.requireNonNullElse(budget.reservePercent(), DEFAULT_RESERVE_PERCENT);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
