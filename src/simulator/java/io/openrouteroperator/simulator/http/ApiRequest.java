package io.openrouteroperator.simulator.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it arrived.
 *
 * @param target path below the base address, and query
 * @param headers by lowercase name
 */
public record ApiRequest(
        String method,
        URI target,
        Map<String, String> headers,
        @Nullable String body) {

    public String path() {
        return target.getPath();
    }

    /** The query as sent, empty if there was none. */
    public String rawQuery() {
        return target.getRawQuery() == null ? "" : target.getRawQuery();
    }

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }
}
