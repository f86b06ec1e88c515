package io.openrouteroperator.core.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the calls of one service.
 *
 * @param day the UTC day on which it was served, null where no one day is meant
 * @param provider slug of the provider, or its name where it has no slug; null where none is meant
 * @param model as guardrails compare it, null where none is meant
 * @param requests how many, zero where no calls are meant
 * @param usd US dollars paid for them, to OpenRouter and under own credentials
 * @param settled whether its day is over, or no one day is meant
 * @param message what is wrong and what to do, in words a person understands
 */
public record UsageFinding(
        UsageRule rule,
        KeyOwner owner,
        @Nullable LocalDate day,
        @Nullable String provider,
        @Nullable String model,
        long requests,
        BigDecimal usd,
        boolean settled,
        String message) {
    /** What makes it the same finding when more calls of the same day are known. */
    public record Identity(
            UsageRule rule,
            String uid,
            @Nullable LocalDate day,
            @Nullable String provider,
            @Nullable String model) {}

    /** Which finding it is, whatever its figures are. */
    public Identity identity() {
        return new Identity(rule, owner.uid(), day, provider, model);
    }

    /** A finding that is not about calls of one day. */
    static UsageFinding standing(
            UsageRule rule, KeyOwner owner, @Nullable String provider, @Nullable String model, String message) {
        return new UsageFinding(rule, owner, null, provider, model, 0, BigDecimal.ZERO, true, message);
    }
}
