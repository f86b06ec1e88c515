package io.openrouteroperator.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The changeable fields of a guardrail, in wire form. A change replaces the fields it names and leaves the others. */
public final class GuardrailSettings {

    private static final List<String> NULLABLE = List.of(
            "description",
            "limit_usd",
            "reset_interval",
            "allowed_providers",
            "ignored_providers",
            "allowed_models",
            "ignored_models",
            "enforce_zdr",
            "enforce_zdr_anthropic",
            "enforce_zdr_openai",
            "enforce_zdr_google",
            "enforce_zdr_xai",
            "enforce_zdr_other",
            "enable_paid_model_training",
            "enable_free_model_training",
            "enable_free_model_publication",
            "content_filters",
            "content_filter_builtins",
            "allowed_data_regions",
            "allow_safety_retention_google",
            "allow_safety_retention_other");

    /** The collections, which a change replaces as a whole. */
    public static final List<String> COLLECTIONS = List.of(
            "allowed_providers",
            "ignored_providers",
            "allowed_models",
            "ignored_models",
            "content_filters",
            "content_filter_builtins");

    private static final List<String> ZDR_GROUPS = List.of(
            "enforce_zdr_anthropic",
            "enforce_zdr_openai",
            "enforce_zdr_google",
            "enforce_zdr_xai",
            "enforce_zdr_other");

    private GuardrailSettings() {}

    /** Settings that restrict nothing. */
    public static ObjectNode unrestricted(String name) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("name", name);
        NULLABLE.forEach(settings::putNull);
        settings.put("include_byok_in_budgets", false);
        return settings;
    }

    /** The settings after a change. The old field for all model groups fills those groups which the change does not name. */
    public static ObjectNode changed(ObjectNode settings, JsonNode change) {
        ObjectNode result = settings.deepCopy();
        change.properties().forEach(field -> result.set(field.getKey(), field.getValue()));
        if (change.has("enforce_zdr")) {
            ZDR_GROUPS.stream()
                    .filter(group -> !change.has(group))
                    .forEach(group -> result.set(group, change.get("enforce_zdr")));
            result.putNull("enforce_zdr");
        }
        result.remove("workspace_id");
        return result;
    }
}
