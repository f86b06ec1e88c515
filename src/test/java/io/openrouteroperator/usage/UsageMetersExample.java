package io.openrouteroperator.usage;

import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.core.usage.FindingPlace;
import io.openrouteroperator.core.usage.Served;
import io.openrouteroperator.core.usage.TodayReading;
import io.openrouteroperator.core.usage.UsageRule;
import io.openrouteroperator.core.usage.UsageSummary;
import io.openrouteroperator.core.usage.UsageVerdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Everything that is ever told of usage. */
public final class UsageMetersExample {
    private UsageMetersExample() {}

    /** Tells it once. */
    public static void tell(MeterRegistry registry) {
        UsageMeters meters = new UsageMeters(registry);
        meters.failed();
        meters.known(Map.of(
                "production",
                new UsageSummary(
                        LocalDate.EPOCH,
                        7,
                        TodayReading.COMPLETE,
                        Map.of(new Served("corporate", "confidential", "openai", UsageVerdict.ALLOWED), 1L),
                        Map.of(new FindingPlace("corporate", UsageRule.PROVIDER_NOT_ALLOWED, "shop"), 1),
                        List.of(),
                        0,
                        0)));
    }
}
