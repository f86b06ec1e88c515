package io.openrouteroperator.openrouter.http;

import io.openrouteroperator.openrouter.wire.Json;
import io.openrouteroperator.openrouter.wire.UndocumentedAnswer;
import io.openrouteroperator.openrouter.wire.WireObject;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** A complete answer. Not a record, so that nothing prints its body: it may hold a key. */
final class Answer {
    private static final int SUCCESS = 200;
    private static final int REDIRECT = 300;

    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Answer(HttpResponse<byte[]> response) {
        this.status = response.statusCode();
        this.headers = response.headers();
        // The JDK gives no body at all with a proxy's refusal of a tunnel.
        this.body = Objects.requireNonNullElse(response.body(), new byte[0]);
    }

    int status() {
        return status;
    }

    boolean success() {
        return status >= SUCCESS && status < REDIRECT;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body as an object, empty when it is not JSON or not an object. */
    Optional<WireObject> json() {
        try {
            return Json.parse(body).map(WireObject::of);
        } catch (UndocumentedAnswer notAnObject) {
            return Optional.empty();
        }
    }

    /** The body as text, for messages only. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
