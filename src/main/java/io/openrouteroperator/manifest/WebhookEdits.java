package io.openrouteroperator.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between webhooks as they were installed and as the API server has them. Fields that the API server fills in with nothing
 * count as absent, and so does the caBundle, which the operator or cert-manager writes.
 */
public final class WebhookEdits {
    private static final String CA_BUNDLE = "caBundle";

    private final List<String> found = new ArrayList<>();

    private WebhookEdits() {}

    /** In words, each with the place; empty when nothing differs. Webhooks that somebody added are nobody's concern. */
    public static List<String> between(JsonNode installed, JsonNode live) {
        Map<String, JsonNode> byName = new HashMap<>();
        live.forEach(webhook -> byName.put(webhook.path("name").asText(), webhook));
        WebhookEdits edits = new WebhookEdits();
        for (JsonNode webhook : installed) {
            String name = webhook.path("name").asText();
            JsonNode now = byName.get(name);
            if (now == null) {
                edits.found.add(name + " is gone");
            } else {
                edits.compare(name, webhook, now);
            }
        }
        return List.copyOf(edits.found);
    }

    private void compare(String place, JsonNode installed, JsonNode live) {
        if (installed.isObject() && live.isObject()) {
            installed.properties().forEach(field -> {
                if (!isNothing(field.getValue()) || live.has(field.getKey())) {
                    compare(place + "." + field.getKey(), field.getValue(), live.path(field.getKey()));
                }
            });
            live.properties().forEach(field -> {
                if (!installed.has(field.getKey())
                        && !field.getKey().equals(CA_BUNDLE)
                        && !isNothing(field.getValue())) {
                    found.add("%s.%s was added".formatted(place, field.getKey()));
                }
            });
        } else if (installed.isArray() && live.isArray() && installed.size() == live.size()) {
            for (int i = 0; i < installed.size(); i++) {
                compare("%s[%d]".formatted(place, i), installed.get(i), live.get(i));
            }
        } else if (!installed.equals(live)) {
            found.add(place + " was changed");
        }
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull() || (value.isContainerNode() && value.isEmpty());
    }
}
