package io.openrouteroperator.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Caller;
import io.openrouteroperator.simulator.fault.FaultSet;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call with a known caller on a known path.
 *
 * @param steps values of the variable steps of the path, by name
 * @param query decoded, by name
 * @param now simulated time, the same for the whole call
 */
public record Call(
        ApiRequest request,
        Caller caller,
        Map<String, String> steps,
        Map<String, String> query,
        Instant now,
        FaultSet faults) {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** The value of a variable step of the path. */
    public String step(String name) {
        String value = steps.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no step " + name);
        }
        return value;
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** A flag in the query, on only by the word {@code true}. */
    public boolean flag(String name) {
        return parameter(name).filter("true"::equals).isPresent();
    }

    public int number(String name, int otherwise) {
        return parameter(name)
                .filter(text -> !text.isEmpty())
                .map(Integer::valueOf)
                .orElse(otherwise);
    }

    /** Where a page begins. */
    public int offset() {
        int asked = number("offset", 0);
        return asked == 0 ? 0 : Math.max(0, asked + faults.shift());
    }

    /** How old lists of keys and analytics are. */
    public Duration staleness() {
        return faults.staleness();
    }

    /** The body as a JSON object. */
    public ObjectNode body() {
        return parse(request.body());
    }

    private static ObjectNode parse(@Nullable String text) {
        try {
            JsonNode node =
                    text == null || text.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw Refusal.badRequest("Invalid request parameters: the body is not an object");
        } catch (JsonProcessingException broken) {
            throw Refusal.badRequest("Invalid request parameters: the body is not JSON");
        }
    }

    /** Decoded values by name; of a repeated name the last. */
    static Map<String, String> parseQuery(String rawQuery) {
        Map<String, String> values = new HashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = equals < 0 ? pair : pair.substring(0, equals);
                values.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
