package io.openrouteroperator.openrouter;

import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.openrouter.http.ApiClient;
import io.openrouteroperator.openrouter.http.Call;
import io.openrouteroperator.openrouter.wire.WireObject;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lists with {@code offset}, {@code limit} and {@code total_count}. A page may be shorter than asked for and yet not the last: rows of
 * deleted objects are dropped from it but counted (trap 7). So the count ends the list; where an answer has none, a page without news
 * does.
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

    /**
     * A page.
     *
     * @param total how many rows the whole list has, null when the answer does not say
     */
    private record Page<T>(List<T> rows, @Nullable BigDecimal total) {}

    /** All rows in the order given, each once: one that moved between pages is not repeated. */
    <T> List<T> all(Call list, Function<WireObject, T> row) {
        return List.copyOf(until(list, row, _ -> false));
    }

    /** Whether a row is in the list; pages behind it are not read. */
    <T> boolean contain(Call list, Function<WireObject, T> row, T wanted) {
        return until(list, row, rows -> rows.contains(wanted)).contains(wanted);
    }

    /** Whether a list shows any row; those of deleted objects are counted only. */
    boolean hasRows(Call list) {
        return !until(list, row -> row.needText("id"), rows -> !rows.isEmpty()).isEmpty();
    }

    private <T> Set<T> until(Call list, Function<WireObject, T> row, Predicate<Set<T>> enough) {
        Set<T> rows = new LinkedHashSet<>();
        for (int number = 0; number < MOST_PAGES; number++) {
            int offset = number * pageSize;
            Page<T> page =
                    client.call(list.with("offset", offset).with("limit", pageSize), answer -> page(answer, row));
            boolean news = rows.addAll(page.rows());
            boolean last = page.total() == null
                    ? !news
                    : offset + pageSize >= page.total().longValue();
            if (last || enough.test(rows)) {
                return rows;
            }
        }
        throw new OpenRouterException(
                list.operation().label(),
                new Failure.AnswerLost("the list does not end within " + MOST_PAGES + " pages"));
    }

    private static <T> Page<T> page(WireObject answer, Function<WireObject, T> row) {
        List<WireObject> data = answer.need("data", answer.objects("data"));
        return new Page<>(
                data.stream().map(row).toList(), answer.number("total_count").orNull());
    }
}
