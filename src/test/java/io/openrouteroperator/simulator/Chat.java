package io.openrouteroperator.simulator;

import java.util.Map;

/** Asks models something, as a service does. */
record Chat(ApiClient api) {
    /** @param more further fields, as JSON that begins with a comma */
    ApiClient.Reply ask(String key, String model, String more) {
        return askAbout(key, model, "Hello", more, Map.of());
    }

    /** The same, and wants to know how the answer came about. */
    ApiClient.Reply askWithRouting(String key, String model, String more) {
        return askAbout(key, model, "Hello", more, Map.of("X-OpenRouter-Metadata", "enabled"));
    }

    ApiClient.Reply askAbout(String key, String model, String text, String more, Map<String, String> headers) {
        String body = "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]"
                + more + "}";
        return api.as(key).send("POST", "/chat/completions", body, headers);
    }
}
