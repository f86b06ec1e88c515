package io.openrouteroperator.core.policy.compile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The patterns of one list in a policy.
 *
 * @param patterns in the order written
 */
record PatternSet(List<NamePattern> patterns) {
    static PatternSet of(Collection<String> texts) {
        return new PatternSet(texts.stream().map(NamePattern::new).toList());
    }

    /** Whether one pattern matches whatever there is. */
    boolean everything() {
        return patterns.stream().anyMatch(NamePattern::everything);
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** The first pattern that matches one of the names, as written. */
    Optional<String> match(Collection<String> names) {
        return patterns.stream()
                .filter(pattern -> pattern.matchesAny(names))
                .map(NamePattern::text)
                .findFirst();
    }

    /** Whether one of the names stands here itself. */
    boolean names(Collection<String> names) {
        return patterns.stream().anyMatch(pattern -> pattern.exact() && pattern.matchesAny(names));
    }
}
