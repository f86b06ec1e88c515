package io.openrouteroperator.openrouter.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.core.key.SecretValue;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What to send.
 *
 * @param operation which call it is
 * @param path the path's segments below the base, not yet encoded
 * @param query name and value in turn, not yet encoded
 * @param body the JSON body, null for none
 * @param key the key to authenticate with instead of the management key, null for the management key
 */
public record Call(
        Operation operation,
        List<String> path,
        List<String> query,
        @Nullable ObjectNode body,
        @Nullable SecretValue key) {
    /** A call without query and body, with the management key. */
    public static Call to(Operation operation, String... path) {
        return new Call(operation, List.of(path), List.of(), null, null);
    }

    /** The same with one more query parameter. */
    public Call with(String name, Object value) {
        List<String> longer = new ArrayList<>(query);
        longer.addAll(Arrays.asList(name, value.toString()));
        return new Call(operation, path, List.copyOf(longer), body, key);
    }

    /** The same with a body. */
    public Call sending(ObjectNode json) {
        return new Call(operation, path, query, json, key);
    }

    /** The same, authenticated with another key. */
    public Call as(SecretValue other) {
        return new Call(operation, path, query, body, other);
    }

    URI uri(URI base) {
        String prefix = base.toString().replaceAll("/+$", "");
        String target = path.stream().map(segment -> "/" + encode(segment)).collect(Collectors.joining());
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < query.size(); i += 2) {
            pairs.add(encode(query.get(i)) + "=" + encode(query.get(i + 1)));
        }
        return URI.create(prefix + target + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%3A", ":");
    }
}
