package io.openrouteroperator.simulator.spending;

import java.math.BigDecimal;

/** How the service keeps limits: in single precision, so that one with cents reads back a little off. */
public final class Money {

    private Money() {}

    /** What reads back of a limit. */
    public static BigDecimal stored(BigDecimal usd) {
        BigDecimal kept = BigDecimal.valueOf((double) usd.floatValue()).stripTrailingZeros();
        return kept.scale() < 0 ? kept.setScale(0) : kept;
    }
}
