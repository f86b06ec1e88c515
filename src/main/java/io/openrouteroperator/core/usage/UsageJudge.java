package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Compares what was served with what was allowed on that day. What is not about one day is judged with completed days only. */
public final class UsageJudge {
    /** In metrics, every name that the catalogue does not have: such names are others' text, of which there is no end. */
    static final String UNKNOWN_PROVIDER = "unknown";

    private final ProviderNames names;
    private final BiFunction<String, String, PolicyHistory> histories;
    private final Map<String, Map<String, ClassOverTime>> classes = new HashMap<>();
    private final UsagePeriod period;
    private final ModelRule models;
    private final StandingRules standing;

    /** @param histories what a class (policy, classification) allowed over time; each is asked for once */
    public UsageJudge(Catalogue catalogue, BiFunction<String, String, PolicyHistory> histories, UsagePeriod period) {
        this.names = new ProviderNames(catalogue);
        this.histories = histories;
        this.period = period;
        this.models = new ModelRule(catalogue);
        this.standing = new StandingRules(catalogue, period);
    }

    /**
     * Judges one service.
     *
     * @param rows all that OpenRouter shows of its keys
     */
    public ServiceJudgement judge(ServiceKeys service, List<ActivityRow> rows) {
        ClassOverTime classOverTime = classOf(service.owner());
        List<UsageFinding> findings = new ArrayList<>();
        Map<Served, Long> served = new HashMap<>();
        SortedSet<String> providers = new TreeSet<>();
        cells(rows).forEach((cell, amount) -> {
            SortedSet<String> slugs = names.slugs(cell.providerName()).orElseGet(TreeSet::new);
            providers.addAll(slugs);
            Optional<InForce> inForce = classOverTime.on(cell.day());
            List<UsageFinding> found = inForce.map(allowed -> judge(service.owner(), cell, slugs, amount, allowed))
                    .orElseGet(() -> unmatched(service.owner(), cell, slugs, amount));
            findings.addAll(found);
            served.merge(
                    new Served(
                            service.owner().policy(),
                            service.owner().classification(),
                            slugs.isEmpty() ? UNKNOWN_PROVIDER : slugs.first(),
                            verdict(found, inForce.isPresent())),
                    amount.requests(),
                    Long::sum);
        });
        if (!period.soFar()) {
            findings.addAll(standing.judge(service, rows, providers, classOverTime.history()));
        }
        return new ServiceJudgement(findings, served);
    }

    private ClassOverTime classOf(KeyOwner owner) {
        return classes.computeIfAbsent(owner.policy(), _ -> new HashMap<>())
                .computeIfAbsent(
                        owner.classification(), name -> new ClassOverTime(histories.apply(owner.policy(), name)));
    }

    private static UsageVerdict verdict(List<UsageFinding> found, boolean judged) {
        if (!found.isEmpty()) {
            return UsageVerdict.OUTSIDE;
        }
        return judged ? UsageVerdict.ALLOWED : UsageVerdict.UNJUDGED;
    }

    private Map<ServedCell, Amount> cells(List<ActivityRow> rows) {
        Map<ServedCell, Amount> cells = new LinkedHashMap<>();
        for (ActivityRow row : rows) {
            if (row.requests() > 0 && period.holds(row.date())) {
                cells.merge(ServedCell.of(row), Amount.of(row), Amount::plus);
            }
        }
        return cells;
    }

    private List<UsageFinding> judge(
            KeyOwner owner, ServedCell cell, SortedSet<String> slugs, Amount amount, InForce allowed) {
        List<UsageFinding> found = new ArrayList<>(unmatched(owner, cell, slugs, amount));
        // A name that two providers share is allowed only where both are.
        slugs.stream()
                .filter(slug -> !allowed.providers().permits(slug))
                .findFirst()
                .ifPresent(slug -> found.add(finding(
                        UsageRule.PROVIDER_NOT_ALLOWED,
                        owner,
                        cell,
                        slug,
                        amount,
                        "provider '%s' served %s, and %s of class '%s' does not allow it"
                                .formatted(
                                        ForeignName.of(slug),
                                        what(cell, amount),
                                        allowed.text(),
                                        owner.classification()))));
        models.broken(cell, allowed)
                .ifPresent(rule -> found.add(finding(
                        rule,
                        owner,
                        cell,
                        slugs.isEmpty() ? ForeignName.of(cell.providerName()) : slugs.first(),
                        amount,
                        "%s was used (%s), and %s of class '%s' does not allow %s"
                                .formatted(
                                        "model '" + ForeignName.of(cell.model()) + "'",
                                        amount.text(),
                                        allowed.text(),
                                        owner.classification(),
                                        rule == UsageRule.FREE_MODEL_NOT_ALLOWED ? "free variants" : "it"))));
        return found;
    }

    /** A provider that nobody can match is a finding whatever was allowed then. */
    private List<UsageFinding> unmatched(KeyOwner owner, ServedCell cell, SortedSet<String> slugs, Amount amount) {
        if (!slugs.isEmpty()) {
            return List.of();
        }
        String name = ForeignName.of(cell.providerName());
        return List.of(finding(
                UsageRule.PROVIDER_UNKNOWN,
                owner,
                cell,
                name,
                amount,
                "a provider named '%s' served %s; OpenRouter's catalogue has no such name, so it counts as not allowed"
                        .formatted(name, what(cell, amount))));
    }

    private UsageFinding finding(
            UsageRule rule, KeyOwner owner, ServedCell cell, String provider, Amount amount, String message) {
        return new UsageFinding(
                rule,
                owner,
                cell.day(),
                ForeignName.of(provider),
                ForeignName.of(cell.model()),
                amount.requests(),
                amount.usd(),
                !period.soFar(),
                cell.day() + (period.soFar() ? ", so far: " : ": ") + message);
    }

    private static String what(ServedCell cell, Amount amount) {
        return "model '%s' (%s)".formatted(ForeignName.of(cell.model()), amount.text());
    }
}
