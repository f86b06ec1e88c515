package io.openrouteroperator.cli.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openrouteroperator.api.v1alpha1.ApiGroup;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountSpec;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeySpec;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicySpec;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import io.openrouteroperator.core.policy.NearestMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether an object of our own kinds is written as its definition says. The API server refuses a misspelt field; a file that was not
 * applied yet would be read as if the field were not there.
 */
public final class DefinitionCheck {
    private static final String API_VERSION = ApiGroup.NAME + "/" + ApiGroup.VERSION;
    private static final Set<String> FIELDS = Set.of("apiVersion", "kind", "metadata", "spec", "status");
    private static final Map<String, Definition> KINDS = Map.of(
            "OpenRouterAccount", new Definition(OpenRouterAccount.class, OpenRouterAccountSpec.class),
            "OpenRouterPolicy", new Definition(OpenRouterPolicy.class, OpenRouterPolicySpec.class),
            "OpenRouterKey", new Definition(OpenRouterKey.class, OpenRouterKeySpec.class));
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private record Definition(Class<?> type, Class<?> spec) {}

    private DefinitionCheck() {}

    /**
     * Where an object differs from its definition.
     *
     * @param path of the field
     * @param problem a clause that follows the name of the object
     */
    public record Misfit(String path, String problem) {
        public Misfit {
            path = KeyRecogniser.printable(path);
            problem = KeyRecogniser.printable(problem);
        }
    }

    /** All that can be told; nothing about kinds of others, nor about what a cluster has taken already. */
    public static List<Misfit> misfits(JsonNode object) {
        String apiVersion = object.path("apiVersion").asText();
        String kind = object.path("kind").asText();
        boolean taken = object.path("metadata").has("uid");
        if (taken || !apiVersion.startsWith(ApiGroup.NAME + "/")) {
            return List.of();
        }
        if (!apiVersion.equals(API_VERSION)) {
            return List.of(
                    new Misfit("apiVersion", "is of a version that is not known here; it has to be " + API_VERSION));
        }
        Definition definition = KINDS.get(kind);
        if (definition == null) {
            String question = NearestMatch.question(kind, KINDS.keySet());
            return List.of(new Misfit("kind", "is of a kind that " + API_VERSION + " does not have" + question));
        }
        return misfits(object, definition);
    }

    private static List<Misfit> misfits(JsonNode object, Definition definition) {
        List<Misfit> misfits = new ArrayList<>();
        String kind = object.path("kind").asText();
        UnknownFields unknown = new UnknownFields((path, known) -> misfits.add(unknown(kind, path, known)));
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                misfits.add(unknown(kind, field.getKey(), FIELDS));
            }
        }
        unknown.lookThrough("spec", object.path("spec"), definition.spec());
        try {
            JSON.treeToValue(object, definition.type());
        } catch (UnrecognizedPropertyException _) {
            return misfits;
        } catch (JsonMappingException e) {
            misfits.add(WrongValue.of(e));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be parsed", e);
        }
        return misfits;
    }

    private static Misfit unknown(String kind, String path, Set<String> known) {
        String question = NearestMatch.question(path.substring(path.lastIndexOf('.') + 1), known);
        String help = "; kubectl explain %s.spec --recursive names all".formatted(kind.toLowerCase(Locale.ROOT));
        return new Misfit(path, "has no field " + path + (question.isEmpty() ? help : question));
    }
}
