package io.openrouteroperator.simulator.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Looks at what requests say. Redacting and flagging leave no trace but a count in analytics. */
public final class ContentFilters {

    private static final Map<String, Pattern> BUILTINS = Map.of(
            "email", Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+"),
            "phone", Pattern.compile("\\+\\d[\\d ()-]{7,}\\d"),
            "ssn", Pattern.compile("\\b\\d{3}-\\d{2}-\\d{4}\\b"),
            "credit-card", Pattern.compile("\\b(?:\\d[ -]?){13,16}\\b"),
            "ip-address", Pattern.compile("\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b"),
            "regex-prompt-injection", Pattern.compile("(?i)ignore (?:all )?(?:previous|prior) instructions"),
            "secrets", Pattern.compile("sk-or-v1-[0-9a-f]{64}"));

    private ContentFilters() {}

    /** The name of the first filter of a guardrail that blocks a text. */
    public static Optional<String> blockedBy(JsonNode guardrail, String text) {
        return first(guardrail, text, ContentFilters::blocks);
    }

    /** Whether any filter of a guardrail finds something in a text, whatever it would do about it. */
    public static boolean findsIn(JsonNode guardrail, String text) {
        return first(guardrail, text, filter -> true).isPresent();
    }

    private static Optional<String> first(JsonNode guardrail, String text, Predicate<JsonNode> wanted) {
        for (JsonNode filter : guardrail.path("content_filters")) {
            String pattern = filter.path("pattern").asText();
            if (wanted.test(filter) && Pattern.compile(pattern).matcher(text).find()) {
                return Optional.of(filter.path("label").asText(pattern));
            }
        }
        for (JsonNode filter : guardrail.path("content_filter_builtins")) {
            Pattern pattern = BUILTINS.get(filter.path("slug").asText());
            if (wanted.test(filter) && pattern != null && pattern.matcher(text).find()) {
                return Optional.of(filter.path("slug").asText());
            }
        }
        return Optional.empty();
    }

    private static boolean blocks(JsonNode filter) {
        return filter.path("action").asText().equals("block");
    }
}
