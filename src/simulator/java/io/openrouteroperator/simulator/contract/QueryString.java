package io.openrouteroperator.simulator.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the query of a request target. */
final class QueryString {

    private QueryString() {}

    /** All values by name, decoded, in the order given. */
    static Map<String, List<String>> parse(@Nullable String rawQuery) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (rawQuery == null || rawQuery.isEmpty()) {
            return values;
        }
        for (String pair : rawQuery.split("&", -1)) {
            String[] halves = pair.split("=", 2);
            String value = halves.length == 2 ? URLDecoder.decode(halves[1], UTF_8) : "";
            values.computeIfAbsent(URLDecoder.decode(halves[0], UTF_8), name -> new ArrayList<>())
                    .add(value);
        }
        return values;
    }
}
