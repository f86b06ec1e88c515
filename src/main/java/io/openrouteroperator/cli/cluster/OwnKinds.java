package io.openrouteroperator.cli.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import java.util.HashMap;
import java.util.Map;

/** From JSON to our own kinds; what does not fit its definition throws {@link IllegalArgumentException}. */
public final class OwnKinds {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private OwnKinds() {}

    /** A policy. */
    public static OpenRouterPolicy policy(JsonNode object) {
        return read(object, OpenRouterPolicy.class);
    }

    /** An account. */
    public static OpenRouterAccount account(JsonNode object) {
        return read(object, OpenRouterAccount.class);
    }

    /**
     * A key.
     *
     * @param namespace taken for one that names none
     */
    public static OpenRouterKey key(JsonNode object, String namespace) {
        OpenRouterKey key = read(object, OpenRouterKey.class);
        if (key.getMetadata().getNamespace() == null) {
            key.getMetadata().setNamespace(namespace);
        }
        return key;
    }

    /** The labels of any object. */
    public static Map<String, String> labels(JsonNode object) {
        Map<String, String> labels = new HashMap<>();
        object.at("/metadata/labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    /** Jackson's own message may quote the object. */
    private static <T> T read(JsonNode object, Class<T> kind) {
        try {
            return JSON.treeToValue(object, kind);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this is no " + kind.getSimpleName());
        }
    }
}
