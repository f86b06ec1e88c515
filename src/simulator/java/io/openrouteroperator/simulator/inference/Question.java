package io.openrouteroperator.simulator.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.policy.RequestPreferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A request for a completion.
 *
 * @param models wanted models, in order of preference
 * @param text everything said so far
 * @param tellsRouting whether the answer shall say how it was routed
 */
record Question(
        List<String> models,
        String text,
        RequestPreferences preferences,
        int maxTokens,
        boolean streamed,
        boolean tellsRouting) {

    private static final List<String> METADATA_HEADERS =
            List.of("X-OpenRouter-Metadata", "X-OpenRouter-Experimental-Metadata");

    static Question of(Call call) {
        ObjectNode body = call.body();
        List<String> models = new ArrayList<>();
        if (body.hasNonNull("model")) {
            models.add(body.get("model").asText());
        }
        body.path("models").forEach(model -> models.add(model.asText()));
        if (models.isEmpty()) {
            throw Refusal.badRequest("No models provided");
        }
        int maxTokens =
                body.path("max_completion_tokens").asInt(body.path("max_tokens").asInt(Integer.MAX_VALUE));
        return new Question(
                List.copyOf(models),
                textOf(body.path("messages")),
                new RequestPreferences(body.path("provider")),
                maxTokens,
                body.path("stream").asBoolean(),
                METADATA_HEADERS.stream()
                        .map(call.request()::header)
                        .filter(Objects::nonNull)
                        .anyMatch("enabled"::equals));
    }

    private static String textOf(JsonNode messages) {
        StringBuilder text = new StringBuilder();
        for (JsonNode message : messages) {
            JsonNode content = message.path("content");
            text.append(content.isTextual() ? content.asText() : "");
            content.forEach(part -> text.append(part.path("text").asText()));
            text.append('\n');
        }
        return text.toString();
    }
}
