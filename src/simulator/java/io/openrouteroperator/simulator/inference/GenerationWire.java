package io.openrouteroperator.simulator.inference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What is remembered of a completion, in wire form. */
final class GenerationWire {

    private static final List<String> UNUSED = List.of(
            "app_id",
            "cache_discount",
            "external_user",
            "http_referer",
            "moderation_latency",
            "native_tokens_cached",
            "native_tokens_completion_images",
            "num_fetches",
            "num_input_audio_prompt",
            "num_media_completion",
            "num_media_prompt",
            "num_search_results",
            "preset_id",
            "router",
            "service_tier",
            "upstream_id",
            "user_agent",
            "web_search_engine");

    private GenerationWire() {}

    static ObjectNode of(Completion completion, boolean streamed, String workspaceId) {
        ObjectNode wire = JsonNodeFactory.instance.objectNode();
        UNUSED.forEach(wire::putNull);
        String provider = completion.served().provider().endpointName();
        wire.put("id", completion.id());
        wire.put("api_type", "completions");
        wire.put("created_at", completion.at().toString());
        wire.put("model", completion.model().permaslug());
        wire.put("provider_name", provider);
        wire.put("workspace_id", workspaceId);
        wire.put("data_region", "global");
        wire.put("origin", "");
        wire.put("streamed", streamed);
        wire.put("cancelled", false);
        wire.put("finish_reason", "stop");
        wire.put("native_finish_reason", "stop");
        wire.put("is_byok", completion.byok());
        wire.put("usage", completion.charged());
        wire.put("total_cost", completion.charged());
        wire.put("upstream_inference_cost", completion.byok() ? completion.cost() : null);
        wire.put("latency", 100);
        wire.put("generation_time", 100);
        wire.put("tokens_prompt", completion.promptTokens());
        wire.put("tokens_completion", completion.completionTokens());
        wire.put("native_tokens_prompt", completion.promptTokens());
        wire.put("native_tokens_completion", completion.completionTokens());
        wire.put("native_tokens_reasoning", 0);
        wire.putArray("provider_responses")
                .addObject()
                .put("provider_name", provider)
                .put("endpoint_id", completion.served().id())
                .put("model_permaslug", completion.served().permaslug())
                .put("is_byok", completion.byok())
                .put("latency", 100)
                .put("status", 200);
        return wire;
    }
}
