package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one check found, as far as it is worth telling: a pod of 3 MiB can name one Secret 40,000 times, and that can hold 14,000 keys.
 * The first of each rule and classification is always among it, since a policy may enforce one and only warn of others: nobody hides a
 * key behind thousands that matter less.
 */
final class BoundedViolations {
    private static final int MOST = 5_000;

    private final List<Violation> found = new ArrayList<>();
    private final Set<Kind> kinds = new HashSet<>();

    private record Kind(Rule rule, @Nullable String classification) {}

    void add(Violation violation) {
        boolean first = kinds.add(new Kind(violation.rule(), violation.classification()));
        if (first || !isFull()) {
            found.add(violation);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether only what is the first of its kind is still taken. */
    boolean isFull() {
        return found.size() >= MOST;
    }

    List<Violation> list() {
        return found;
    }
}
