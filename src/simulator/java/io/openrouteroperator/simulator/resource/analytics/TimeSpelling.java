package io.openrouteroperator.simulator.resource.analytics;

import io.openrouteroperator.simulator.http.Wire;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How times stand in rows. */
enum TimeSpelling {
    /** As in the description's example. */
    DESCRIBED {
        @Override
        @Nullable
        String spell(Instant span, Granularity granularity) {
            return Wire.shortTime(span);
        }
    },

    /** As users of the service report it: UTC without saying so, and without a time of day where that is always midnight. */
    REPORTED {
        @Override
        String spell(Instant span, Granularity granularity) {
            return (granularity.isFine() ? SECONDS : DAYS).format(span);
        }
    };

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAYS = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    abstract @Nullable String spell(Instant span, Granularity granularity);
}
