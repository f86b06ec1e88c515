package io.openrouteroperator.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** Pages of lists that are asked for by {@code offset} and {@code limit} and tell their total. */
public final class Page {

    private static final int USUAL_LIMIT = 50;

    private Page() {}

    /** The page asked for, with {@code total_count}. A row that turns into nothing is missing from the page yet counted. */
    public static <T> Answer of(Call call, List<T> rows, Function<T, ? extends Iterable<? extends JsonNode>> wire) {
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        rows.stream()
                .skip(call.offset())
                .limit(call.number("limit", USUAL_LIMIT))
                .forEach(row -> wire.apply(row).forEach(data::add));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", data);
        body.put("total_count", rows.size());
        return Answer.ok(body);
    }
}
