package io.openrouteroperator.openrouter.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Spending limits: an amount and an interval in two fields, named differently for keys and guardrails. */
final class Limits {
    private Limits() {}

    /** Writes both fields, as nulls when there is no limit. */
    static void write(ObjectNode body, String amount, String interval, @Nullable SpendLimit limit) {
        body.put(amount, limit == null ? null : limit.usd());
        body.put(interval, limit == null ? null : word(limit.reset()));
    }

    /** Reads both fields; no amount is no limit, and an interval we do not know is read as the strictest: never. */
    static @Nullable SpendLimit read(WireObject object, String amount, String interval) {
        BigDecimal usd = object.number(amount).orNull();
        if (usd == null) {
            return null;
        }
        ResetInterval known = interval(object.text(interval).orNull());
        return new SpendLimit(usd.max(BigDecimal.ZERO), known == null ? ResetInterval.NEVER : known);
    }

    /** The interval of a word, null for a word we do not know. */
    static @Nullable ResetInterval interval(@Nullable String word) {
        if (word == null) {
            return ResetInterval.NEVER;
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "daily" -> ResetInterval.DAILY;
            case "weekly" -> ResetInterval.WEEKLY;
            case "monthly" -> ResetInterval.MONTHLY;
            default -> null;
        };
    }

    private static @Nullable String word(ResetInterval interval) {
        return switch (interval) {
            case DAILY -> "daily";
            case WEEKLY -> "weekly";
            case MONTHLY -> "monthly";
            case NEVER -> null;
        };
    }
}
