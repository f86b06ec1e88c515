package io.openrouteroperator.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A call that is refused, with the documented error body. */
public final class Refusal extends RuntimeException {

    private final int status;
    private final transient ObjectNode body;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public Refusal(int status, String message) {
        super(message, null, false, false);
        this.status = status;
        this.body = JsonNodeFactory.instance.objectNode();
        body.putObject("error").put("code", status).put("message", message);
    }

    public static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    public static Refusal notFound() {
        return new Refusal(404, "Resource not found");
    }

    /** Adds a field to the error object, such as {@code metadata}. */
    public Refusal with(String field, ObjectNode value) {
        ((ObjectNode) body.get("error")).set(field, value);
        return this;
    }

    /** Adds a field beside the error object. */
    public Refusal beside(String field, ObjectNode value) {
        body.set(field, value);
        return this;
    }

    public Refusal withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Answer answer() {
        return new Answer(status, Map.copyOf(headers), body, List.of());
    }
}
