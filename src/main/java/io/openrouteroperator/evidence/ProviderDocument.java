package io.openrouteroperator.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.openrouteroperator.core.compliance.snapshot.PublishedProviders;

/** How facts about providers stand in a ConfigMap: as JSON that people can read, too. */
final class ProviderDocument {
    /** Behind the name of the release, in the name of the ConfigMap. */
    static final String NAME_ENDS = "-providers";

    /** The entry that holds it. */
    static final String ENTRY = "providers.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ProviderDocument() {}

    static boolean isOne(JsonNode configMap) {
        return configMap.at("/metadata/name").asText().endsWith(NAME_ENDS);
    }

    /** Throws when it is not what was written. */
    static PublishedProviders read(JsonNode configMap) {
        return read(configMap.path("data").path(ENTRY).asText());
    }

    static PublishedProviders read(String text) {
        try {
            return JSON.readValue(text, PublishedProviders.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is not the JSON that was written", e);
        }
    }

    static String write(PublishedProviders providers) {
        try {
            return JSON.writeValueAsString(providers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records can always be written", impossible);
        }
    }
}
