package io.openrouteroperator.core.compliance.trend;

import io.openrouteroperator.core.compliance.report.Finding;
import io.openrouteroperator.core.compliance.report.KeyLine;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The keys of one class in one namespace on one day, and what was found about them.
 *
 * @param namespace empty for all namespaces together, and for findings that none has to do something about
 * @param classification empty for findings that are about no class, or not known to be
 * @param keys how many there are
 * @param daysOld the ages of all in days, added up
 * @param oldest age of the oldest in days
 * @param spent US dollars since the first of the month, added up
 * @param findings how many there are
 */
public record GroupFigures(
        String namespace, String classification, int keys, long daysOld, long oldest, BigDecimal spent, int findings) {
    /** One key; one that is not made yet is new. */
    static GroupFigures of(KeyLine line) {
        long age = Objects.requireNonNullElse(line.ageDays(), 0L);
        return new GroupFigures(
                line.key().name().namespace(),
                line.key().classification(),
                1,
                age,
                age,
                Objects.requireNonNullElse(line.spentThisMonth(), BigDecimal.ZERO),
                0);
    }

    /** One finding. */
    static GroupFigures of(Finding finding) {
        return new GroupFigures(
                finding.observation().subject().ownerNamespace(),
                finding.classification(),
                0,
                0,
                0,
                BigDecimal.ZERO,
                1);
    }

    /** These and others, under the names of these. */
    GroupFigures and(GroupFigures others) {
        return new GroupFigures(
                namespace,
                classification,
                keys + others.keys,
                daysOld + others.daysOld,
                Math.max(oldest, others.oldest),
                spent.add(others.spent),
                findings + others.findings);
    }

    GroupFigures ofAllNamespaces() {
        return new GroupFigures("", classification, keys, daysOld, oldest, spent, findings);
    }
}
