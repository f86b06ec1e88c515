package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.core.account.KeyChangeLedger;
import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An account's key changes as all reconcilers spend them. Safe for use by several threads. */
final class KeyChangeRation {
    private final Clock clock;
    private final Consumer<KeyChangeLedger> journal;
    private KeyChangeLedger ledger;

    /**
     * The ration as last written down.
     *
     * @param journal is told of every change of the count before the key change is made, so that a crash loses none that matters
     */
    KeyChangeRation(KeyChangeLedger ledger, Consumer<KeyChangeLedger> journal, Clock clock) {
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
    }

    synchronized KeyChangeLedger ledger() {
        return ledger.on(clock.instant());
    }

    synchronized void asked(int perDay, int reservePercent) {
        ledger = ledger().rationed(perDay, reservePercent);
    }

    Set<Urgency> affordable() {
        return ledger().affordable(clock.instant());
    }

    /** Makes a key change that draws on the ration; when OpenRouter refuses one for the day, the day is closed for everybody. */
    <T> T changing(Urgency urgency, Supplier<T> change) {
        journal.accept(draw(urgency));
        try {
            return change.get();
        } catch (OpenRouterException refused) {
            if (refused.failure() instanceof Failure.KeyChangesExhausted exhausted) {
                journal.accept(close(exhausted));
            }
            throw refused;
        }
    }

    private synchronized KeyChangeLedger draw(Urgency urgency) {
        Instant now = clock.instant();
        if (!ledger.allows(urgency, now)) {
            Instant until = Objects.requireNonNullElse(ledger().parkedUntil(), KeyChangeLedger.nextReset(now));
            throw new OpenRouterException(
                    "key change",
                    new Failure.KeyChangesExhausted(
                            "the day's key changes are used up; they go on at " + until,
                            (long) ledger.perDay(),
                            until));
        }
        ledger = ledger.spend(now);
        return ledger;
    }

    private synchronized KeyChangeLedger close(Failure.KeyChangesExhausted refused) {
        ledger = ledger.closed(refused.perDay(), refused.resetsAt(), clock.instant());
        return ledger;
    }
}
