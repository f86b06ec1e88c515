package io.openrouteroperator.core.usage;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What was found in one namespace: all of it in numbers, and the worst of it in words. When a provider is renamed, every row of every
 * key is a finding; memory and reports must not grow with that.
 */
public final class NamespaceFindings {
    /** So many findings of the longest kind make a report below 256 KiB. */
    public static final int MOST_LISTED = 80;

    private static final Comparator<UsageFinding> WORST_FIRST = Comparator.comparing(UsageFinding::rule)
            .thenComparing(
                    finding -> finding.day() == null ? LocalDate.EPOCH : finding.day(), Comparator.reverseOrder())
            .thenComparing(finding -> finding.owner().name())
            .thenComparing(UsageFinding::message);

    private final PriorityQueue<UsageFinding> worst = new PriorityQueue<>(WORST_FIRST.reversed());
    private int violations;
    private int warnings;

    /** More findings. */
    public NamespaceFindings add(Collection<UsageFinding> more) {
        for (UsageFinding finding : more) {
            violations += finding.rule().isViolation() ? 1 : 0;
            warnings += finding.rule().isViolation() ? 0 : 1;
            list(finding);
        }
        return this;
    }

    /** Those of another day. */
    NamespaceFindings add(NamespaceFindings more) {
        violations += more.violations;
        warnings += more.warnings;
        more.worst.forEach(this::list);
        return this;
    }

    private void list(UsageFinding finding) {
        worst.add(finding);
        if (worst.size() > MOST_LISTED) {
            worst.remove();
        }
    }

    /** The most severe ones, the latest days first. */
    public List<UsageFinding> listed() {
        return worst.stream().sorted(WORST_FIRST).toList();
    }

    /** How many break the policy. */
    public int violations() {
        return violations;
    }

    /** How many are warnings. */
    public int warnings() {
        return warnings;
    }
}
