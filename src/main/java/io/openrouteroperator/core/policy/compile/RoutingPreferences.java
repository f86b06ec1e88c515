package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Compiled;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a service should send as {@code provider} with its requests, so that OpenRouter need not refuse them. A convenience: the
 * guardrail enforces the same and more.
 *
 * @param only the allowed providers; empty for any
 * @param order which to try first; empty to leave it to OpenRouter
 * @param allowFallbacks whether another provider may serve when the first cannot
 * @param denyDataCollection whether endpoints that collect data are left out
 * @param zeroDataRetention whether only endpoints that keep no data may serve
 */
public record RoutingPreferences(
        List<String> only,
        List<String> order,
        boolean allowFallbacks,
        boolean denyDataCollection,
        boolean zeroDataRetention) {
    public RoutingPreferences {
        only = List.copyOf(only);
        order = List.copyOf(order);
    }

    /** The preferences of a class. Without fallbacks the policy's order counts, for then the first provider decides. */
    public static RoutingPreferences of(ClassificationRules rules, Compiled compiled) {
        boolean anyProvider = compiled.settings().providers() instanceof AllowList.Everything;
        List<String> order = rules.providers().allow().stream()
                .filter(compiled.providers()::contains)
                .distinct()
                .toList();
        return new RoutingPreferences(
                anyProvider ? List.of() : compiled.providers(),
                rules.providers().allowFallbacks() ? List.of() : order,
                rules.providers().allowFallbacks(),
                !rules.data().allowTraining(),
                rules.data().zeroDataRetention());
    }

    /** The JSON object, always written the same way. */
    public String json() {
        List<String> members = new ArrayList<>();
        members.add("\"allow_fallbacks\":" + allowFallbacks);
        members.add("\"data_collection\":" + (denyDataCollection ? "\"deny\"" : "\"allow\""));
        if (!only.isEmpty()) {
            members.add("\"only\":" + array(only));
        }
        if (!order.isEmpty()) {
            members.add("\"order\":" + array(order));
        }
        if (zeroDataRetention) {
            members.add("\"zdr\":true");
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String array(List<String> names) {
        return names.stream().map(RoutingPreferences::string).collect(Collectors.joining(",", "[", "]"));
    }

    // Slugs need no escape, but they come from the network.
    private static String string(String text) {
        return text.chars()
                .mapToObj(character -> character < ' ' || character == '"' || character == '\\'
                        ? String.format("\\u%04x", character)
                        : Character.toString(character))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
