package io.openrouteroperator.simulator.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.catalogue.Endpoint;
import io.openrouteroperator.simulator.catalogue.Model;
import io.openrouteroperator.simulator.catalogue.Provider;
import io.openrouteroperator.simulator.http.Wire;
import java.math.BigDecimal;
import java.util.List;

/** Providers, models and endpoints in wire form. */
final class CatalogueWire {

    private static final List<String> PARAMETERS =
            List.of("max_tokens", "temperature", "top_p", "stop", "seed", "tools", "tool_choice", "response_format");
    private static final long FIRST_CREATED = 1_690_000_000L;
    private static final int CREATED_RANGE = 80_000_000;

    private CatalogueWire() {}

    static ObjectNode provider(Provider provider) {
        ObjectNode wire = Wire.object();
        String site = "https://" + provider.slug() + ".example";
        wire.put("name", provider.endpointName());
        wire.put("slug", provider.slug());
        wire.put("privacy_policy_url", site + "/privacy");
        wire.put("terms_of_service_url", site + "/terms");
        wire.putNull("status_page_url");
        wire.put("headquarters", provider.headquarters());
        List<String> datacenters = provider.datacenters();
        if (datacenters == null) {
            wire.putNull("datacenters");
        } else {
            ArrayNode countries = wire.putArray("datacenters");
            datacenters.forEach(countries::add);
        }
        return wire;
    }

    static ObjectNode model(Model model) {
        ObjectNode wire = Wire.object();
        wire.put("id", model.id());
        wire.put("canonical_slug", model.canonicalSlug());
        wire.put("name", name(model));
        wire.put("created", created(model));
        wire.put("description", "A simulated model.");
        wire.put("context_length", model.contextLength());
        wire.set("architecture", architecture(model));
        wire.set("pricing", pricing(model));
        wire.putObject("top_provider")
                .put("context_length", model.contextLength())
                .put("max_completion_tokens", model.contextLength() / 4)
                .put("is_moderated", false);
        wire.putNull("per_request_limits");
        putParameters(wire);
        wire.putNull("default_parameters");
        wire.putNull("supported_voices");
        wire.put(
                "expiration_date",
                model.expires() == null ? null : model.expires().toString());
        wire.putObject("links").put("details", "/api/v1/models/" + model.canonicalSlug() + "/endpoints");
        return wire;
    }

    static ObjectNode modelWithEndpoints(Model model) {
        ObjectNode wire = Wire.object();
        wire.put("id", model.id());
        wire.put("name", name(model));
        wire.put("created", created(model));
        wire.put("description", "A simulated model.");
        wire.set("architecture", architecture(model));
        ArrayNode endpoints = wire.putArray("endpoints");
        model.endpoints().forEach(endpoint -> endpoints.add(endpoint(model, endpoint)));
        return wire;
    }

    static ObjectNode endpoint(Model model, Endpoint endpoint) {
        ObjectNode wire = Wire.object();
        wire.put("name", endpoint.provider().endpointName() + " | " + model.permaslug());
        wire.put("model_id", model.permaslug());
        wire.put("model_name", name(model));
        wire.put("provider_name", endpoint.provider().endpointName());
        wire.put("tag", endpoint.tag());
        wire.put("quantization", endpoint.quantization());
        wire.put("context_length", model.contextLength());
        wire.put("max_completion_tokens", model.contextLength() / 4);
        wire.putNull("max_prompt_tokens");
        wire.set("pricing", pricing(model));
        putParameters(wire);
        wire.put("status", 0);
        wire.put("supports_implicit_caching", false);
        wire.put("supports_voice_cloning", false);
        wire.put("supports_diarization", false);
        wire.putObject("supports_tool_choice")
                .put("auto", true)
                .put("none", true)
                .put("required", true)
                .put("function", true);
        wire.putObject("native_tools");
        wire.putNull("service_tier");
        wire.put("uptime_last_5m", 100);
        wire.put("uptime_last_30m", 100);
        wire.put("uptime_last_1d", new BigDecimal("99.9"));
        wire.putNull("latency_last_30m");
        wire.putNull("throughput_last_30m");
        return wire;
    }

    private static ObjectNode architecture(Model model) {
        ObjectNode wire = Wire.object();
        wire.put("modality", "text->text");
        wire.putArray("input_modalities").add("text");
        wire.putArray("output_modalities").add("text");
        wire.put("tokenizer", model.tokenizer());
        wire.putNull("instruct_type");
        return wire;
    }

    /** Prices are strings. */
    private static ObjectNode pricing(Model model) {
        return Wire.object()
                .put("prompt", model.promptPrice().toPlainString())
                .put("completion", model.completionPrice().toPlainString())
                .put("request", "0")
                .put("image", "0");
    }

    private static void putParameters(ObjectNode wire) {
        ArrayNode parameters = wire.putArray("supported_parameters");
        PARAMETERS.forEach(parameters::add);
    }

    private static String name(Model model) {
        String slug = model.id().substring(model.id().indexOf('/') + 1).replace(":free", " (free)");
        return model.author() + ": " + slug.replace('-', ' ');
    }

    private static long created(Model model) {
        return FIRST_CREATED + Math.floorMod(model.canonicalSlug().hashCode(), CREATED_RANGE);
    }
}
