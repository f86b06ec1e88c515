package io.openrouteroperator.core.usage;

import java.util.ArrayList;
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
    private final List<UnmanagedCaller> unmanaged = new ArrayList<>();

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
        unmanaged.add(caller);
    }

    /** The findings by namespace, for namespaces that have any. */
    public Map<String, NamespaceFindings> findings() {
        return Collections.unmodifiableMap(findings);
    }

    /** The figures, once all keys had their turn. */
    public UsageSummary summary(Unexplained rest) {
        List<UnmanagedCaller> busiest = unmanaged.stream()
                .sorted(Comparator.comparingLong(UnmanagedCaller::requests)
                        .reversed()
                        .thenComparing(UnmanagedCaller::hash))
                .limit(UsageSummary.MOST_UNMANAGED)
                .toList();
        return new UsageSummary(
                period.today().minusDays(1),
                period.days(),
                served,
                counts,
                busiest,
                unmanaged.size(),
                rest.requests(period));
    }
}
