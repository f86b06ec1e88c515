package io.openrouteroperator.core.policy.grant;

import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.FieldProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Decides how much a key may spend: what it asks for, if that can never come to more than the classification allows.
 *
 * <p>Limits of different intervals are compared by the worst case, which is how many of the key's intervals one interval of the
 * classification can touch: a week 7 days, a month 31 days or parts of 6 weeks, a week parts of 2 months. A total is touched by any
 * number of intervals, so only a total stays below a total.
 */
public final class LimitRules {
    private static final String PATH = "spec.limit";

    private LimitRules() {}

    /**
     * The limit of a key.
     *
     * @param usd what the key asks for, null when it asks for nothing
     * @param reset the interval it asks for, null for that of the classification, or monthly where that has no limit
     * @param maximum of the classification, null when every key must set its own
     */
    public static LimitDecision decide(
            @Nullable BigDecimal usd, @Nullable ResetInterval reset, @Nullable SpendLimit maximum) {
        if (usd == null) {
            return maximum == null
                    ? new LimitDecision.Missing(new FieldProblem(
                            PATH, "is required, because the classification has no limit; write usd and reset"))
                    : new LimitDecision.Granted(maximum);
        }
        if (usd.signum() <= 0) {
            return new LimitDecision.Invalid(new FieldProblem(PATH + ".usd", "must be more than zero"));
        }
        ResetInterval interval = reset != null ? reset : maximum != null ? maximum.reset() : ResetInterval.MONTHLY;
        return compare(new SpendLimit(usd, interval), maximum);
    }

    private static LimitDecision compare(SpendLimit requested, @Nullable SpendLimit maximum) {
        if (maximum == null) {
            return new LimitDecision.Granted(requested);
        }
        OptionalInt touched = intervalsTouched(requested.reset(), maximum.reset());
        if (touched.isEmpty()) {
            return new LimitDecision.AboveMaximum(new FieldProblem(
                    PATH + ".reset", "must be Never, because the classification allows " + text(maximum)));
        }
        BigDecimal worstCase = requested.usd().multiply(BigDecimal.valueOf(touched.getAsInt()));
        return worstCase.compareTo(maximum.usd()) <= 0
                ? new LimitDecision.Granted(requested)
                : above(requested, maximum, touched.getAsInt());
    }

    private static LimitDecision above(SpendLimit requested, SpendLimit maximum, int touched) {
        BigDecimal most = maximum.usd().divide(BigDecimal.valueOf(touched), 2, RoundingMode.FLOOR);
        String worst = touched == 1
                ? ""
                : ", which can come to " + plain(requested.usd().multiply(BigDecimal.valueOf(touched)))
                        + " USD in one interval of the classification";
        return new LimitDecision.AboveMaximum(new FieldProblem(
                PATH + ".usd",
                "is " + text(requested) + worst + "; the classification allows " + text(maximum) + "; write at most "
                        + plain(most)));
    }

    /** How many of the key's intervals one interval of the maximum can touch; empty for any number. */
    private static OptionalInt intervalsTouched(ResetInterval key, ResetInterval maximum) {
        if (key == ResetInterval.NEVER || key == maximum) {
            return OptionalInt.of(1);
        }
        return switch (maximum) {
            case DAILY -> OptionalInt.of(1);
            case WEEKLY -> OptionalInt.of(key == ResetInterval.DAILY ? 7 : 2);
            case MONTHLY -> OptionalInt.of(key == ResetInterval.DAILY ? 31 : 6);
            case NEVER -> OptionalInt.empty();
        };
    }

    private static String text(SpendLimit limit) {
        String amount = plain(limit.usd()) + " USD ";
        return amount
                + (limit.reset() == ResetInterval.NEVER
                        ? "in total"
                        : limit.reset().name().toLowerCase(Locale.ROOT));
    }

    private static String plain(BigDecimal usd) {
        return usd.signum() == 0 ? "0" : usd.stripTrailingZeros().toPlainString();
    }
}
