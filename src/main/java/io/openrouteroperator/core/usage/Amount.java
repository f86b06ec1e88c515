package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.openrouter.ActivityRow;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Requests, and what was paid for them in US dollars, to OpenRouter and under own credentials. */
record Amount(long requests, BigDecimal usd) {
    static final Amount NONE = new Amount(0, BigDecimal.ZERO);

    static Amount of(ActivityRow row) {
        return new Amount(row.requests(), row.usd().add(row.byokUsd()));
    }

    Amount plus(Amount more) {
        return new Amount(requests + more.requests, usd.add(more.usd));
    }

    /** Such as {@code 5 requests, 0.02 USD}. */
    String text() {
        return "%d %s, %s USD".formatted(requests, requests == 1 ? "request" : "requests", dollars(usd));
    }

    /** Dollars to the cent, or to a hundredth of a cent where that would be nothing. */
    static String dollars(BigDecimal usd) {
        BigDecimal cents = usd.setScale(2, RoundingMode.HALF_UP);
        return (cents.signum() == 0 && usd.signum() != 0 ? usd.setScale(4, RoundingMode.UP) : cents).toPlainString();
    }
}
