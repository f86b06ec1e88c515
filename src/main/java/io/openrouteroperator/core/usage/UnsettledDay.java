package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Model;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * What is known of a day that completed days do not have yet: answers and no verdicts, so that it can be kept over a restart and is
 * judged by what is known of keys and policies then.
 *
 * @param served what keys answered
 * @param unexplained requests of keys that nobody lists
 * @param reading how much of the day that is
 */
public record UnsettledDay(
        LocalDate day, Map<KeyHash, List<ActivityRow>> served, long unexplained, TodayReading reading) {
    public UnsettledDay {
        served = Map.copyOf(served);
    }

    /** A day that nobody has asked for. */
    public static UnsettledDay unknown(LocalDate day) {
        return new UnsettledDay(day, Map.of(), 0, TodayReading.NOT_READ);
    }

    /**
     * Judges it.
     *
     * @param histories what a class (policy, classification) allowed over time
     */
    public UsageTally judged(
            ObservedAccount account, RememberedKeys remembered, BiFunction<String, String, PolicyHistory> histories) {
        UsagePeriod period = UsagePeriod.soFar(day);
        UsageJudge judge = new UsageJudge(account.catalogue(), histories, period);
        Map<String, String> slugs = account.catalogue().models().stream()
                .collect(Collectors.toMap(Model::id, Model::canonicalSlug, (first, _) -> first));
        UsageTally tally = new UsageTally(period);
        for (ServiceKeys service : account.services(remembered)) {
            List<ActivityRow> rows = rows(service.hashes());
            if (account.judges(service) && !rows.isEmpty()) {
                tally.add(judge.judge(
                        service, rows.stream().map(row -> named(row, slugs)).toList()));
            }
        }
        account.unmanaged().stream()
                .flatMap(key -> UnmanagedCaller.of(key, rows(List.of(key.hash())), period).stream())
                .forEach(tally::add);
        tally.addUnexplained(unexplained);
        tally.add(reading);
        return tally;
    }

    private List<ActivityRow> rows(Collection<KeyHash> keys) {
        return keys.stream()
                .flatMap(key -> served.getOrDefault(key, List.of()).stream())
                .toList();
    }

    /** Analytics has one name for a model, and policies compare the permanent one. */
    private static ActivityRow named(ActivityRow row, Map<String, String> slugs) {
        return new ActivityRow(
                row.date(),
                row.model(),
                slugs.getOrDefault(row.model(), row.canonicalSlug()),
                row.providerName(),
                row.requests(),
                row.usd(),
                row.byokUsd());
    }
}
