package io.openrouteroperator.core.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The exemptions that are about to end, in words for those who rely on them. */
public final class EndingExemptions {
    private static final Duration NOTICE = Duration.ofDays(7);

    private EndingExemptions() {}

    /** One sentence for each exemption that ends within a week; the same sentence until it has ended. */
    public static List<String> of(List<DatedExemption> exemptions, Instant now) {
        return exemptions.stream()
                .filter(exemption -> now.isBefore(exemption.until())
                        && !now.isBefore(exemption.until().minus(NOTICE)))
                .map(EndingExemptions::sentence)
                .toList();
    }

    private static String sentence(DatedExemption exemption) {
        String whom = exemption.serviceAccount() == null
                ? "namespace " + exemption.namespace()
                : "service account %s/%s".formatted(exemption.namespace(), exemption.serviceAccount());
        return "the exemption of %s ends at %s; from then on its objects are judged like all others (%s)"
                .formatted(whom, exemption.until(), exemption.reason());
    }
}
