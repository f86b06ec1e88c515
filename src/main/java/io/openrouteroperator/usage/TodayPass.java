package io.openrouteroperator.usage;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Analysis;
import io.openrouteroperator.core.openrouter.CallingKey;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.usage.Callers;
import io.openrouteroperator.core.usage.ForeignName;
import io.openrouteroperator.core.usage.ObservedAccount;
import io.openrouteroperator.core.usage.PolicyHistory;
import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.ServiceKeys;
import io.openrouteroperator.core.usage.TodayLedger;
import io.openrouteroperator.core.usage.TodayReading;
import io.openrouteroperator.core.usage.UnmanagedCaller;
import io.openrouteroperator.core.usage.UsageJudge;
import io.openrouteroperator.core.usage.UsagePeriod;
import io.openrouteroperator.core.usage.UsageTally;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * One look at the day that is not over: which keys called, in one question, then one for each key that called since it was asked for.
 */
final class TodayPass {
    /** With the one for all keys, below the 64 a minute that analytics answers; the others' turn is at the next look. */
    static final int MOST_KEYS = 50;

    private final ObservedAccount account;
    private final UsagePeriod period;
    private final Instant from;
    private final UsageJudge judge;
    private final Map<String, String> slugs;

    /** Why less is known than there is, as sentences. */
    private final List<String> gaps = new ArrayList<>();

    /** Keys that may have done more than they have answered for. */
    private final Set<KeyHash> unanswered = new HashSet<>();

    /** @param histories what a class (policy, classification) allowed over time */
    TodayPass(ObservedAccount account, Instant now, BiFunction<String, String, PolicyHistory> histories) {
        this.account = account;
        this.period = UsagePeriod.soFar(now);
        this.from = period.today().atStartOfDay(ZoneOffset.UTC).toInstant();
        this.judge = new UsageJudge(account.catalogue(), histories, period);
        this.slugs = account.catalogue().models().stream()
                .collect(Collectors.toMap(Model::id, Model::canonicalSlug, (first, _) -> first));
    }

    /** Asks and judges; throws what the calls throw, and the ledger keeps what was answered before. */
    UsageTally run(RememberedKeys remembered, TodayLedger ledger) {
        Analysis<CallingKey> calling = account.analytics().callingKeys(from, period.now());
        gaps.addAll(calling.gaps());
        Callers callers = Callers.of(calling.rows(), account, remembered, period.today());
        ask(ledger.due(callers.all()), ledger);
        UsageTally tally = new UsageTally(period);
        account.services(remembered).stream()
                .filter(account::judges)
                .forEach(service -> tally.add(judge.judge(service, rows(service, ledger))));
        account.unmanaged().stream()
                .flatMap(key -> UnmanagedCaller.of(key, ledger.rows(List.of(key.hash())), period).stream())
                .forEach(tally::add);
        tally.addUnexplained(unexplained(callers.gone(), ledger));
        tally.add(gaps.isEmpty() ? TodayReading.COMPLETE : TodayReading.INCOMPLETE);
        return tally;
    }

    /** What was lacking, made fit for a log. */
    Collection<String> gaps() {
        return gaps.stream().map(ForeignName::of).distinct().toList();
    }

    private void ask(List<KeyHash> due, TodayLedger ledger) {
        unanswered.addAll(due);
        due.stream().limit(MOST_KEYS).forEach(key -> {
            Analysis<ActivityRow> served = account.analytics().served(key, from, period.now());
            ledger.answered(key, served, period.now());
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

    /** Analytics has one name for a model, and policies compare the permanent one. */
    private List<ActivityRow> rows(ServiceKeys service, TodayLedger ledger) {
        return ledger.rows(service.hashes()).stream()
                .map(row -> new ActivityRow(
                        row.date(),
                        row.model(),
                        slugs.getOrDefault(row.model(), row.canonicalSlug()),
                        row.providerName(),
                        row.requests(),
                        row.usd(),
                        row.byokUsd()))
                .toList();
    }
}
