package io.openrouteroperator.core.plan;

import io.openrouteroperator.core.admission.DatedExemption;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.DurationText;
import io.openrouteroperator.core.policy.LabelMatcher;
import io.openrouteroperator.core.policy.LabelRequirement;
import io.openrouteroperator.core.policy.WindowTerms;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings in the words of the custom resource, the same for the same meaning. */
public final class SettingText {
    private SettingText() {}

    /** A limit, such as {@code 50 USD monthly}. */
    public static String of(@Nullable SpendLimit limit) {
        return limit == null ? "none" : limit.usd().toPlainString() + " USD " + of(limit.reset());
    }

    private static String of(ResetInterval reset) {
        return reset == ResetInterval.NEVER ? "in total" : reset.name().toLowerCase(Locale.ROOT);
    }

    static String of(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    static String of(LabelMatcher selector) {
        String text = Stream.concat(
                        new TreeMap<>(selector.labels())
                                .entrySet().stream().map(label -> label.getKey() + "=" + label.getValue()),
                        selector.requirements().stream().map(SettingText::of).sorted())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? "every namespace" : text;
    }

    private static String of(LabelRequirement requirement) {
        String values = String.join(", ", new TreeSet<>(requirement.values()));
        return switch (requirement.operator()) {
            case IN -> requirement.key() + " in (" + values + ")";
            case NOT_IN -> requirement.key() + " not in (" + values + ")";
            case EXISTS -> requirement.key();
            case DOES_NOT_EXIST -> "no " + requirement.key();
        };
    }

    static String of(WindowTerms window) {
        return "%s for %s %s".formatted(window.cron(), DurationText.format(window.duration()), window.timeZone());
    }

    static String of(DatedExemption exemption) {
        String account = exemption.serviceAccount() == null ? "" : "/" + exemption.serviceAccount();
        return "%s%s until %s (%s)".formatted(exemption.namespace(), account, exemption.until(), exemption.reason());
    }
}
