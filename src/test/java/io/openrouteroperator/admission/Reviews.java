package io.openrouteroperator.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.openrouteroperator.manifest.PodShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** AdmissionReviews around objects written as YAML. */
final class Reviews {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    private Reviews() {}

    static String create(String object) {
        return review("CREATE", "", "jane", yaml(object), null);
    }

    static String create(JsonNode object) {
        return review("CREATE", "", "jane", object, null);
    }

    /** The same as it is sent for {@code kubectl apply --dry-run=server}. */
    static String dryRun(String object) throws IOException {
        ObjectNode review = (ObjectNode) JSON.readTree(create(object));
        ((ObjectNode) review.path("request")).put("dryRun", true);
        return review.toString();
    }

    static String create(String object, String username) {
        return review("CREATE", "", username, yaml(object), null);
    }

    static String update(String oldObject, String object) {
        return review("UPDATE", "", "jane", yaml(object), yaml(oldObject));
    }

    static String update(String oldObject, String object, String subResource) {
        return review("UPDATE", subResource, "jane", yaml(object), yaml(oldObject));
    }

    static String delete(String oldObject, String username) {
        return review("DELETE", "", username, null, yaml(oldObject));
    }

    private static String review(
            String operation,
            String subResource,
            String username,
            @Nullable JsonNode object,
            @Nullable JsonNode oldObject) {
        JsonNode any = object == null ? Objects.requireNonNull(oldObject) : object;
        ObjectNode review =
                JSON.createObjectNode().put("apiVersion", "admission.k8s.io/v1").put("kind", "AdmissionReview");
        ObjectNode request = review.putObject("request").put("uid", "705ab4f5").put("operation", operation);
        boolean clusterScoped = any.path("kind").asText().matches("OpenRouter(Policy|Account)");
        String group = PodShape.groupOf(any.path("apiVersion").asText());
        request.putObject("kind").put("group", group).put("version", "v1").set("kind", any.path("kind"));
        request.put("subResource", subResource)
                .put("namespace", any.at("/metadata/namespace").asText(clusterScoped ? "" : "payments"));
        request.put("name", any.at("/metadata/name").asText());
        request.putObject("userInfo").put("username", username);
        request.set("object", object);
        request.set("oldObject", oldObject);
        try {
            return JSON.writeValueAsString(review);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
