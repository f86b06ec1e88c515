package io.openrouteroperator.core.scan;

import io.openrouteroperator.core.admission.Rule;
import java.util.Comparator;

/** What findings are counted by. */
public record FindingKind(Rule rule, FindingResult result) implements Comparable<FindingKind> {
    private static final Comparator<FindingKind> MOST_SEVERE_FIRST =
            Comparator.comparing(FindingKind::rule).thenComparing(FindingKind::result);

    @Override
    public int compareTo(FindingKind other) {
        return MOST_SEVERE_FIRST.compare(this, other);
    }
}
