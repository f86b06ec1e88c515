package io.openrouteroperator.openrouter;

import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.openrouter.http.ApiClient;
import io.openrouteroperator.openrouter.http.Call;
import io.openrouteroperator.openrouter.wire.WireObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lists with {@code offset}, {@code limit} and {@code total_count}. A page may be shorter than asked for and yet not the last: rows of
 * deleted objects are dropped from it but counted (trap 7). So the count alone ends the list.
 */
final class CountedPages {
    /** The largest page of guardrails, assignments and workspaces. */
    static final int MANAGEMENT_PAGE = 100;

    private static final int MOST_PAGES = 1000;

    private final ApiClient client;
    private final int pageSize;

    CountedPages(ApiClient client, int pageSize) {
        this.client = client;
        this.pageSize = pageSize;
    }

    private record Page<T>(List<T> rows, long total) {}

    /** All rows in the order given; may repeat one that moved between pages. */
    <T> List<T> all(Call list, Function<WireObject, T> row) {
        List<T> rows = new ArrayList<>();
        for (int number = 0; number < MOST_PAGES; number++) {
            int offset = number * pageSize;
            Page<T> page =
                    client.call(list.with("offset", offset).with("limit", pageSize), answer -> page(answer, row));
            rows.addAll(page.rows());
            if (offset + pageSize >= page.total()) {
                return rows;
            }
        }
        throw new OpenRouterException(
                list.operation().label(),
                new Failure.AnswerLost("the list does not end within " + MOST_PAGES + " pages"));
    }

    private static <T> Page<T> page(WireObject answer, Function<WireObject, T> row) {
        List<WireObject> data = answer.need("data", answer.objects("data"));
        BigDecimal total = answer.need("total_count", answer.number("total_count"));
        return new Page<>(data.stream().map(row).toList(), total.longValue());
    }
}
