package io.openrouteroperator.core.compliance.trend;

import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is remembered of one day.
 *
 * @param day in UTC
 * @param detailed whether namespaces are told apart
 */
public record DayFigures(LocalDate day, boolean detailed, List<GroupFigures> groups) {
    public DayFigures {
        groups = List.copyOf(groups);
    }

    /** The figures of a report of the whole cluster. */
    public static DayFigures of(ComplianceReport whole) {
        return new DayFigures(
                LocalDate.ofInstant(whole.at(), ZoneOffset.UTC),
                true,
                merged(Stream.concat(
                        whole.keys().stream().map(GroupFigures::of),
                        whole.findings().stream().map(GroupFigures::of))));
    }

    /** The same without telling namespaces apart, which takes much less room. */
    DayFigures summarised() {
        return new DayFigures(day, false, merged(groups.stream().map(GroupFigures::ofAllNamespaces)));
    }

    /** Whether another day shows the same. */
    boolean sameAs(DayFigures other) {
        return groups.equals(other.groups);
    }

    /** What a scope shows of it; nothing when it is about one namespace, and those are not told apart any more. */
    Optional<TrendPoint> point(ReviewScope scope) {
        if (scope.namespace() != null && !detailed) {
            return Optional.empty();
        }
        return Optional.of(TrendPoint.of(
                day,
                groups.stream()
                        .filter(each -> scope.showsNamespace(each.namespace()))
                        .filter(each -> scope.showsClass(each.classification()))
                        .toList()));
    }

    /** Always in the same order, so that equal figures are equal. */
    private static List<GroupFigures> merged(Stream<GroupFigures> figures) {
        Collection<GroupFigures> merged = figures.collect(Collectors.toMap(
                        each -> List.of(each.namespace(), each.classification()).toString(),
                        Function.identity(),
                        GroupFigures::and,
                        TreeMap::new))
                .values();
        return List.copyOf(merged);
    }
}
