package io.openrouteroperator.page;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param headers besides those of every answer
 * @param body HTML as UTF-8
 */
record PageAnswer(int status, List<Map.Entry<String, String>> headers, Buffer body) {
    static final int OK = 200;
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int METHOD_NOT_ALLOWED = 405;
    static final int SERVER_ERROR = 500;
    static final int UNAVAILABLE = 503;

    PageAnswer {
        headers = List.copyOf(headers);
    }
}
