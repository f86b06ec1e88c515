package io.openrouteroperator.usage;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.OpenRouterActivity;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.usage.NamespaceFindings;
import io.openrouteroperator.core.usage.ObservedAccount;
import io.openrouteroperator.core.usage.PolicyHistory;
import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.ServiceKeys;
import io.openrouteroperator.core.usage.Unexplained;
import io.openrouteroperator.core.usage.UnmanagedCaller;
import io.openrouteroperator.core.usage.UsageJudge;
import io.openrouteroperator.core.usage.UsagePeriod;
import io.openrouteroperator.core.usage.UsageSummary;
import io.openrouteroperator.core.usage.UsageTally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One pass over an account: its own rows in one call, then those of each key in one call, the biggest spenders first, until the keys
 * explain all rows of the account. Only one service's rows are in memory at a time.
 */
final class AccountPass {
    /**
     * What a pass found.
     *
     * @param showsYesterday whether OpenRouter shows calls of yesterday by now
     */
    record Result(UsageTally tally, boolean showsYesterday) {
        /** The figures. */
        UsageSummary summary() {
            return tally.summary();
        }

        /** The findings by namespace. */
        Map<String, NamespaceFindings> findings() {
            return tally.findings();
        }
    }

    /** Keys whose rows belong together, and what is done with them. */
    private record Question(List<KeyHash> keys, BigDecimal spent, Consumer<List<ActivityRow>> answer) {}

    private final ObservedAccount account;
    private final UsagePeriod period;
    private final UsageTally tally;
    private final UsageJudge judge;

    /** @param histories what a class (policy, classification) allowed over time */
    AccountPass(ObservedAccount account, UsagePeriod period, BiFunction<String, String, PolicyHistory> histories) {
        this.account = account;
        this.period = period;
        this.tally = new UsageTally(period);
        this.judge = new UsageJudge(account.catalogue(), histories, period);
    }

    /** Reads and judges everything; throws what the calls throw, and nothing is found then. */
    Result run(RememberedKeys remembered) {
        OpenRouterActivity calls = account.calls();
        Unexplained rest = new Unexplained(calls.activity());
        boolean showsYesterday = rest.holds(period.today().minusDays(1));
        for (Question question : questions(remembered)) {
            List<ActivityRow> rows = new ArrayList<>();
            for (KeyHash key : question.keys()) {
                if (!rest.isEmpty()) {
                    List<ActivityRow> found = calls.activity(key);
                    rest.explain(found);
                    rows.addAll(found);
                }
            }
            question.answer().accept(rows);
        }
        tally.addUnexplained(rest.requests(period));
        return new Result(tally, showsYesterday);
    }

    private List<Question> questions(RememberedKeys remembered) {
        Stream<Question> services = account.services(remembered).stream()
                .map(service -> new Question(service.hashes(), service.spent(), rows -> judge(service, rows)));
        Stream<Question> strangers = account.unmanaged().stream()
                .map(key -> new Question(List.of(key.hash()), key.usage(), rows -> unmanaged(key, rows)));
        return Stream.concat(services, strangers)
                .sorted(Comparator.comparing(Question::spent).reversed())
                .toList();
    }

    private void judge(ServiceKeys service, List<ActivityRow> rows) {
        if (account.judges(service)) {
            tally.add(judge.judge(service, rows));
        }
    }

    private void unmanaged(RemoteKey key, List<ActivityRow> rows) {
        UnmanagedCaller.of(key, rows, period).ifPresent(tally::add);
    }
}
