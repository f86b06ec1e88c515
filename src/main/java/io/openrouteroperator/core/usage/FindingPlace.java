package io.openrouteroperator.core.usage;

import java.util.Comparator;

/** What findings are counted by. */
public record FindingPlace(String policy, UsageRule rule, String namespace) implements Comparable<FindingPlace> {
    private static final Comparator<FindingPlace> ORDER = Comparator.comparing(FindingPlace::policy)
            .thenComparing(FindingPlace::rule)
            .thenComparing(FindingPlace::namespace);

    @Override
    public int compareTo(FindingPlace other) {
        return ORDER.compare(this, other);
    }
}
