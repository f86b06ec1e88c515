package io.openrouteroperator.listing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads a list as the API server answers it, one item in memory at a time. */
final class ObjectPage {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private ObjectPage() {}

    /**
     * Hands over the items, each with the kind that a list leaves out.
     *
     * @return where the next page begins, or empty at the end
     */
    static String read(String page, ObjectKind kind, Consumer<JsonNode> consumer) throws IOException {
        String next = "";
        try (JsonParser parser = JSON.createParser(page)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the API server's answer is no list");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                switch (field) {
                    case "metadata" -> {
                        JsonNode metadata = JSON.readTree(parser);
                        next = metadata.path("continue").asText();
                    }
                    case "items" -> items(parser, kind, consumer);
                    default -> parser.skipChildren();
                }
            }
        }
        return next;
    }

    /** An empty list may be {@code null}. */
    private static void items(JsonParser parser, ObjectKind kind, Consumer<JsonNode> consumer) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            ObjectNode item = JSON.readTree(parser);
            consumer.accept(item.put("apiVersion", kind.apiVersion()).put("kind", kind.kind()));
        }
    }
}
