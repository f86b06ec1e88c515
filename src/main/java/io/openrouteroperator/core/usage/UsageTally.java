package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.key.KeyHash;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds up what a pass finds, one service after the other; what was served in detail is not kept. */
public final class UsageTally {
    private final UsagePeriod period;
    private final Map<String, NamespaceFindings> findings = new TreeMap<>();
    private final Map<Served, Long> served = new HashMap<>();
    private final Map<FindingPlace, Integer> counts = new TreeMap<>();
    private final Map<KeyHash, UnmanagedCaller> unmanaged = new HashMap<>();
    private long unexplained;
    private TodayReading today = TodayReading.NOT_READ;

    public UsageTally(UsagePeriod period) {
        this.period = period;
    }

    /** A service was judged. */
    public void add(ServiceJudgement judgement) {
        judgement.findings().stream()
                .collect(Collectors.groupingBy(finding -> finding.owner().namespace()))
                .forEach((namespace, more) -> findings.computeIfAbsent(namespace, _ -> new NamespaceFindings())
                        .add(more));
        judgement.served().forEach((what, requests) -> served.merge(what, requests, Long::sum));
        judgement.findings().forEach(finding -> {
            KeyOwner owner = finding.owner();
            counts.merge(new FindingPlace(owner.policy(), finding.rule(), owner.namespace()), 1, Integer::sum);
        });
    }

    /** A key without an owner was used. */
    public void add(UnmanagedCaller caller) {
        unmanaged.merge(caller.hash(), caller, UnmanagedCaller::plus);
    }

    /** Requests of keys that nobody lists. */
    public void addUnexplained(long requests) {
        unexplained += requests;
    }

    /** How much of today was read; what was said before and is worse stays. */
    public void add(TodayReading reading) {
        today = reading.compareTo(today) > 0 ? reading : today;
    }

    /** This one and others, of other days. */
    public UsageTally with(Collection<UsageTally> others) {
        UsageTally all = new UsageTally(period);
        all.add(this);
        others.forEach(all::add);
        return all;
    }

    private void add(UsageTally other) {
        other.findings.forEach((namespace, more) -> findings.computeIfAbsent(namespace, _ -> new NamespaceFindings())
                .add(more));
        other.served.forEach((what, requests) -> served.merge(what, requests, Long::sum));
        other.counts.forEach((place, count) -> counts.merge(place, count, Integer::sum));
        other.unmanaged.values().forEach(this::add);
        addUnexplained(other.unexplained);
        add(other.today);
    }

    /** The findings by namespace, for namespaces that have any. */
    public Map<String, NamespaceFindings> findings() {
        return Collections.unmodifiableMap(findings);
    }

    /** The figures, once all keys had their turn. */
    public UsageSummary summary() {
        List<UnmanagedCaller> busiest = unmanaged.values().stream()
                .sorted(Comparator.comparingLong(UnmanagedCaller::requests)
                        .reversed()
                        .thenComparing(UnmanagedCaller::hash))
                .limit(UsageSummary.MOST_UNMANAGED)
                .toList();
        return new UsageSummary(
                period.today().minusDays(1),
                period.days(),
                today,
                served,
                counts,
                busiest,
                unmanaged.size(),
                unexplained);
    }
}
