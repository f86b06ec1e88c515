package io.openrouteroperator.core.openrouter;

import java.math.BigDecimal;

/**
 * How much a key may spend.
 *
 * @param usd US dollars per interval, zero or more
 * @param reset when the count starts afresh
 */
public record SpendLimit(BigDecimal usd, ResetInterval reset) {
    public SpendLimit {
        if (usd.signum() < 0) {
            throw new IllegalArgumentException("a spending limit cannot be negative");
        }
        usd = normal(usd);
    }

    /** 50, 50.0 and 5E+1 are one amount: records compare by scale otherwise. */
    private static BigDecimal normal(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The limit a key is born with: it can be guarded and proven, but not spend (invariant G). */
    public static SpendLimit nothing(ResetInterval reset) {
        return new SpendLimit(BigDecimal.ZERO, reset);
    }

    /**
     * Same interval, and same amount within a hundredth of a cent or a millionth of itself, whichever is more: OpenRouter keeps limits as
     * floating point (trap 27), in single precision where it is least careful.
     */
    public boolean sameAs(SpendLimit other) {
        BigDecimal tolerance = usd.movePointLeft(6).max(new BigDecimal("0.0001"));
        return reset == other.reset && usd.subtract(other.usd).abs().compareTo(tolerance) < 0;
    }
}
