package io.openrouteroperator.openrouter.wire;

import io.openrouteroperator.core.openrouter.ContentFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a guardrail says in more detail than our settings can, and the names of the fields where that detail matters.
 *
 * @param zeroDataRetention whether all five model groups enforce it
 * @param training whether both kinds of endpoints that train are allowed
 * @param redactions the built-in filters that redact
 * @param foreign the fields set to something that our settings cannot express
 */
record GuardrailDrift(
        boolean zeroDataRetention, boolean training, List<ContentFilter> redactions, List<String> foreign) {
    private static final List<String> ALWAYS_FOREIGN =
            List.of("ignored_providers", "ignored_models", "content_filters", "allowed_data_regions");

    static GuardrailDrift of(WireObject guardrail) {
        List<String> foreign = new ArrayList<>();
        boolean zeroDataRetention = zeroDataRetention(guardrail, foreign);
        boolean training = training(guardrail, foreign);
        List<ContentFilter> redactions = redactions(guardrail, foreign);
        ALWAYS_FOREIGN.stream().filter(guardrail::isNonEmpty).forEach(foreign::add);
        if (guardrail.flag("allow_safety_retention_google").isSet()) {
            foreign.add("allow_safety_retention_google");
        }
        if (!guardrail.flag("include_byok_in_budgets").orElse(false)) {
            foreign.add("include_byok_in_budgets");
        }
        if (Limits.interval(guardrail.text("reset_interval").orNull()) == null) {
            foreign.add("reset_interval");
        }
        return new GuardrailDrift(
                zeroDataRetention,
                training,
                redactions,
                foreign.stream().sorted().toList());
    }

    /** A group that says nothing follows the older overall flag; groups left out of an enforcement are named. */
    private static boolean zeroDataRetention(WireObject guardrail, List<String> foreign) {
        boolean overall = guardrail.flag("enforce_zdr").orElse(false);
        List<String> leftOut = GuardrailWire.ZERO_DATA_RETENTION.stream()
                .filter(group -> !guardrail.flag(group).orElse(overall))
                .toList();
        if (leftOut.size() < GuardrailWire.ZERO_DATA_RETENTION.size()) {
            foreign.addAll(leftOut);
        }
        return leftOut.isEmpty();
    }

    /** Unset means not restricted here. Where only one kind is allowed, that one is named. */
    private static boolean training(WireObject guardrail, List<String> foreign) {
        List<String> allowed = GuardrailWire.TRAINING.stream()
                .filter(kind -> guardrail.flag(kind).orElse(true))
                .toList();
        boolean both = allowed.size() == GuardrailWire.TRAINING.size();
        if (!both) {
            foreign.addAll(allowed);
        }
        return both;
    }

    /** Filters that block or flag, and those that do not scan all messages, are not ours. */
    private static List<ContentFilter> redactions(WireObject guardrail, List<String> foreign) {
        List<ContentFilter> redactions = new ArrayList<>();
        for (WireObject filter : guardrail.objects("content_filter_builtins").orElse(List.of())) {
            String action = filter.text("action").orElse("").toLowerCase(Locale.ROOT);
            String scope = filter.text("scan_scope").orElse("all_messages");
            if (action.equals("redact") && scope.equals("all_messages")) {
                redactions.add(new ContentFilter(filter.needText("slug")));
            } else if (!foreign.contains("content_filter_builtins")) {
                foreign.add("content_filter_builtins");
            }
        }
        return redactions;
    }
}
