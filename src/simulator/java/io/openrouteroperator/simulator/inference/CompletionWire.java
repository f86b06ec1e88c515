package io.openrouteroperator.simulator.inference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.catalogue.Endpoint;
import java.math.BigDecimal;
import java.util.List;

/** Completions in wire form: whole, and as a stream of events. */
final class CompletionWire {

    private CompletionWire() {}

    static ObjectNode whole(Completion completion, Question question) {
        ObjectNode wire = head(completion, "chat.completion");
        wire.putNull("system_fingerprint");
        ObjectNode choice = wire.putArray("choices").addObject();
        choice.put("index", 0);
        choice.put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", completion.text());
        wire.set("usage", usage(completion));
        putRouting(wire, completion, question);
        return wire;
    }

    static List<String> events(Completion completion, Question question) {
        ObjectNode first = head(completion, "chat.completion.chunk");
        ObjectNode saying = first.putArray("choices").addObject();
        saying.put("index", 0);
        saying.putNull("finish_reason");
        saying.putObject("delta").put("role", "assistant").put("content", completion.text());
        ObjectNode last = head(completion, "chat.completion.chunk");
        ObjectNode ending = last.putArray("choices").addObject();
        ending.put("index", 0);
        ending.put("finish_reason", "stop");
        ending.putObject("delta").put("role", "assistant").put("content", "");
        last.set("usage", usage(completion));
        putRouting(last, completion, question);
        return List.of(first.toString(), last.toString(), "[DONE]");
    }

    private static ObjectNode head(Completion completion, String kind) {
        ObjectNode wire = JsonNodeFactory.instance.objectNode();
        wire.put("id", completion.id());
        wire.put("object", kind);
        wire.put("created", completion.at().getEpochSecond());
        wire.put("model", completion.model().id());
        return wire;
    }

    private static ObjectNode usage(Completion completion) {
        ObjectNode wire = JsonNodeFactory.instance.objectNode();
        wire.put("prompt_tokens", completion.promptTokens());
        wire.put("completion_tokens", completion.completionTokens());
        wire.put("total_tokens", completion.promptTokens() + completion.completionTokens());
        wire.put("cost", completion.charged());
        wire.put("is_byok", completion.byok());
        wire.putObject("cost_details")
                .put("upstream_inference_cost", completion.byok() ? completion.cost() : BigDecimal.ZERO)
                .put("upstream_inference_prompt_cost", completion.promptCost())
                .put("upstream_inference_completions_cost", completion.completionCost());
        return wire;
    }

    private static void putRouting(ObjectNode wire, Completion completion, Question question) {
        if (!question.tellsRouting()) {
            return;
        }
        ObjectNode routing = wire.putObject("openrouter_metadata");
        String provider = completion.served().provider().endpointName();
        routing.put("requested", question.models().getFirst());
        routing.put("strategy", "direct");
        routing.put("summary", "served by " + provider);
        routing.put("region", "iad");
        routing.put("attempt", 1);
        routing.put("is_byok", completion.byok());
        ObjectNode endpoints = routing.putObject("endpoints");
        endpoints.put("total", completion.candidates().size());
        ArrayNode available = endpoints.putArray("available");
        for (Endpoint candidate : completion.candidates()) {
            available
                    .addObject()
                    .put("model", candidate.permaslug())
                    .put("provider", candidate.provider().endpointName())
                    .put("selected", candidate.equals(completion.served()));
        }
        routing.putArray("attempts")
                .addObject()
                .put("model", completion.served().permaslug())
                .put("provider", provider)
                .put("status", 200);
    }
}
