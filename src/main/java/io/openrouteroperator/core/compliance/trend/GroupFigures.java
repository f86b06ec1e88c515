package io.openrouteroperator.core.compliance.trend;

import io.openrouteroperator.core.compliance.report.KeyLine;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The keys of one class in one namespace, on one day.
 *
 * @param namespace empty for all namespaces together
 * @param keys how many there are
 * @param daysOld the ages of all in days, added up
 * @param oldest age of the oldest in days
 * @param spent US dollars since the first of the month, added up
 */
public record GroupFigures(
        String namespace, String classification, int keys, long daysOld, long oldest, BigDecimal spent) {
    /** One key; one that is not made yet is new. */
    static GroupFigures of(KeyLine line) {
        long age = Objects.requireNonNullElse(line.ageDays(), 0L);
        return new GroupFigures(
                line.key().name().namespace(),
                line.key().classification(),
                1,
                age,
                age,
                Objects.requireNonNullElse(line.spentThisMonth(), BigDecimal.ZERO));
    }

    /** These and others, under the names of these. */
    GroupFigures and(GroupFigures others) {
        return new GroupFigures(
                namespace,
                classification,
                keys + others.keys,
                daysOld + others.daysOld,
                Math.max(oldest, others.oldest),
                spent.add(others.spent));
    }

    GroupFigures ofAllNamespaces() {
        return new GroupFigures("", classification, keys, daysOld, oldest, spent);
    }
}
