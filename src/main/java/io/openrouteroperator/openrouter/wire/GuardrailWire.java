package io.openrouteroperator.openrouter.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.ContentFilter;
import io.openrouteroperator.core.openrouter.GuardrailSettings;
import io.openrouteroperator.core.openrouter.RemoteGuardrail;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guardrails on the wire. Every write names every field: what our settings cannot express is reset to null, so that nothing set by
 * hand survives beside what we enforce.
 */
public final class GuardrailWire {
    /** The model groups of zero data retention; all five together are our one flag. */
    static final List<String> ZERO_DATA_RETENTION = List.of(
            "enforce_zdr_anthropic",
            "enforce_zdr_openai",
            "enforce_zdr_google",
            "enforce_zdr_xai",
            "enforce_zdr_other");

    /** Whether endpoints that train are allowed; both together are our one flag. */
    static final List<String> TRAINING = List.of("enable_paid_model_training", "enable_free_model_training");

    /**
     * Fields of newer servers only. They are written (as null) after a server has shown that it has them set, never before: an older
     * server may refuse what it does not know.
     */
    static final List<String> NEWER = List.of("allowed_data_regions", "allow_safety_retention_google");

    private GuardrailWire() {}

    /** The body of a create, which alone may say the workspace. */
    public static ObjectNode create(String workspaceId, GuardrailSettings settings) {
        ObjectNode body = update(settings, List.of());
        body.put("workspace_id", workspaceId);
        return body;
    }

    /** The body of an update; {@code reset} names newer fields that the server has set. */
    public static ObjectNode update(GuardrailSettings settings, Collection<String> reset) {
        ObjectNode body = Json.object();
        body.put("name", settings.name());
        body.put("description", settings.description().isEmpty() ? null : settings.description());
        Limits.write(body, "limit_usd", "reset_interval", settings.limit());
        // A budget that ignores spend through the customer's own provider credentials would be no budget where BYOK is
        // used.
        body.put("include_byok_in_budgets", true);
        body.set("allowed_providers", names(settings.providers()));
        body.putNull("ignored_providers");
        body.set("allowed_models", names(settings.models()));
        body.putNull("ignored_models");
        ZERO_DATA_RETENTION.forEach(group -> body.put(group, settings.zeroDataRetention()));
        TRAINING.forEach(kind -> body.put(kind, settings.training()));
        body.put("enable_free_model_publication", settings.freeModelPublication());
        body.putNull("content_filters");
        body.set("content_filter_builtins", redactions(settings.redactions()));
        reset.forEach(body::putNull);
        return body;
    }

    /** A guardrail as OpenRouter holds it. */
    public static RemoteGuardrail guardrail(WireObject guardrail) {
        GuardrailDrift drift = GuardrailDrift.of(guardrail);
        GuardrailSettings settings = new GuardrailSettings(
                guardrail.needText("name"),
                guardrail.text("description").orElse(""),
                Limits.read(guardrail, "limit_usd", "reset_interval"),
                allowList(guardrail, "allowed_providers"),
                allowList(guardrail, "allowed_models"),
                drift.zeroDataRetention(),
                drift.training(),
                guardrail.flag("enable_free_model_publication").orElse(true),
                drift.redactions());
        return new RemoteGuardrail(
                guardrail.needText("id"), guardrail.text("workspace_id").orNull(), settings, drift.foreign());
    }

    /** The newer fields among those that drifted. */
    public static List<String> newerFields(RemoteGuardrail guardrail) {
        return guardrail.foreignSettings().stream().filter(NEWER::contains).toList();
    }

    /** The body of an assignment. */
    public static ObjectNode keyHashes(Collection<KeyHash> keys) {
        ObjectNode body = Json.object();
        ArrayNode hashes = body.putArray("key_hashes");
        keys.forEach(key -> hashes.add(key.value()));
        return body;
    }

    /** Null only where everything is allowed; {@link AllowList} has no empty list. */
    private static @Nullable ArrayNode names(AllowList list) {
        return switch (list) {
            case AllowList.Everything _ -> null;
            case AllowList.Only(List<String> names) -> {
                ArrayNode array = Json.object().arrayNode();
                names.forEach(array::add);
                yield array;
            }
        };
    }

    private static @Nullable ArrayNode redactions(List<ContentFilter> filters) {
        if (filters.isEmpty()) {
            return null;
        }
        ArrayNode array = Json.object().arrayNode();
        filters.forEach(filter -> array.addObject().put("slug", filter.slug()).put("action", "redact"));
        return array;
    }

    /** The server treats an empty list like null: everything. */
    private static AllowList allowList(WireObject guardrail, String name) {
        List<String> names = guardrail.texts(name).orElse(List.of());
        return names.isEmpty() ? AllowList.everything() : AllowList.only(names);
    }
}
