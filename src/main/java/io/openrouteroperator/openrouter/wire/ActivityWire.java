package io.openrouteroperator.openrouter.wire;

import io.openrouteroperator.core.openrouter.ActivityRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;

/** Activity on the wire. */
public final class ActivityWire {
    private static final int ISO_DATE_LENGTH = 10;

    private ActivityWire() {}

    /** A row; amounts that are missing are zero, but who served what, when and how often must be there. */
    public static ActivityRow row(WireObject row) {
        String model = row.needText("model");
        return new ActivityRow(
                date(row.needText("date")),
                model,
                row.text("model_permaslug").orElse(model),
                row.needText("provider_name"),
                count(row.need("requests", row.number("requests"))),
                row.number("usage").orElse(BigDecimal.ZERO),
                row.number("byok_usage_inference").orElse(BigDecimal.ZERO));
    }

    /** A day, also where a time of day follows it. */
    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.substring(0, Math.min(ISO_DATE_LENGTH, text.length())));
        } catch (DateTimeException notADate) {
            throw new UndocumentedAnswer("'date' in the answer is not a day");
        }
    }

    static long count(BigDecimal number) {
        return number.setScale(0, RoundingMode.UP).longValue();
    }
}
