package io.openrouteroperator.simulator.resource.analytics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** How filters compare. */
enum Operator implements Named {
    EQ,
    NEQ,
    IN,
    NOT_IN,
    GT,
    GTE,
    LT,
    LTE;

    private static final String NUMBER = "-?\\d+(\\.\\d+)?";

    @Override
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the value is an array rather than a scalar. */
    boolean takesArray() {
        return this == IN || this == NOT_IN;
    }

    /**
     * Whether a value passes.
     *
     * @param wanted what the filter compares with; without those of its values that could not be resolved
     */
    boolean passes(String actual, List<String> wanted) {
        return switch (this) {
            case EQ, IN -> wanted.contains(actual);
            case NEQ, NOT_IN -> !wanted.contains(actual);
            case GT -> isOrdered(actual, wanted, order -> order > 0);
            case GTE -> isOrdered(actual, wanted, order -> order >= 0);
            case LT -> isOrdered(actual, wanted, order -> order < 0);
            case LTE -> isOrdered(actual, wanted, order -> order <= 0);
        };
    }

    private static boolean isOrdered(String actual, List<String> wanted, IntPredicate order) {
        return wanted.stream().anyMatch(value -> order.test(compare(actual, value)));
    }

    private static int compare(String one, String other) {
        boolean numbers = one.matches(NUMBER) && other.matches(NUMBER);
        return numbers ? new BigDecimal(one).compareTo(new BigDecimal(other)) : one.compareTo(other);
    }
}
