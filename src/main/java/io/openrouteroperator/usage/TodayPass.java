package io.openrouteroperator.usage;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Analysis;
import io.openrouteroperator.core.openrouter.CallingKey;
import io.openrouteroperator.core.usage.Callers;
import io.openrouteroperator.core.usage.ForeignName;
import io.openrouteroperator.core.usage.ObservedAccount;
import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.TodayLedger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One look at the day that is not over: which keys called, in one question, then one for each key that called since it was asked for.
 */
final class TodayPass {
    /** With the one for all keys, below the 64 a minute that analytics answers; the others' turn is at the next look. */
    static final int MOST_KEYS = 50;

    private final ObservedAccount account;
    private final Instant now;
    private final LocalDate today;
    private final Instant from;

    /** Why less is known than there is, as sentences. */
    private final List<String> gaps = new ArrayList<>();

    /** Keys that may have done more than they have answered for. */
    private final Set<KeyHash> unanswered = new HashSet<>();

    TodayPass(ObservedAccount account, Instant now) {
        this.account = account;
        this.now = now;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        this.from = today.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Asks; throws what the calls throw, and the ledger keeps what was answered before. */
    void run(RememberedKeys remembered, TodayLedger ledger) {
        Analysis<CallingKey> calling = account.analytics().callingKeys(from, now);
        gaps.addAll(calling.gaps());
        Callers callers = Callers.of(calling.rows(), account, remembered, today);
        ask(ledger.due(callers.all()), ledger);
        ledger.looked(unexplained(callers.gone(), ledger), gaps.isEmpty());
    }

    /** What was lacking, made fit for a log. */
    Collection<String> gaps() {
        return gaps.stream().map(ForeignName::of).distinct().toList();
    }

    private void ask(List<KeyHash> due, TodayLedger ledger) {
        unanswered.addAll(due);
        due.stream().limit(MOST_KEYS).forEach(key -> {
            Analysis<ActivityRow> served = account.analytics().served(key, from, now);
            ledger.answered(key, served, now);
            gaps.addAll(served.gaps());
            if (served.isWhole()) {
                unanswered.remove(key);
            }
        });
        if (due.size() > MOST_KEYS) {
            gaps.add("%d keys wait for the next look".formatted(due.size() - MOST_KEYS));
        }
    }

    /** A key that was deleted today may be nowhere to be found: what it did is not known then, and is no stranger's. */
    private long unexplained(Callers.Group gone, TodayLedger ledger) {
        return Collections.disjoint(unanswered, gone.keys())
                ? Math.max(0, gone.requests() - ledger.requests(gone.keys()))
                : 0;
    }
}
