package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.openrouter.ActivityRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The account's requests that no key has explained so far. The account's own rows are read first, so that a pass may stop as soon as
 * keys explain them all, and so that calls of keys which nobody lists (deleted, or made by OAuth) do not vanish.
 */
public final class Unexplained {
    private final Map<ServedCell, Long> left = new HashMap<>();

    /**
     * Everything is still to be explained.
     *
     * @param account rows of the whole account
     */
    public Unexplained(Collection<ActivityRow> account) {
        account.stream()
                .filter(row -> row.requests() > 0)
                .forEach(row -> left.merge(ServedCell.of(row), row.requests(), Long::sum));
    }

    /** These rows are some key's. A row that arrived after the account's were read explains more than there is; that is no debt. */
    public void explain(List<ActivityRow> rows) {
        for (ActivityRow row : rows) {
            left.computeIfPresent(
                    ServedCell.of(row), (_, count) -> count > row.requests() ? count - row.requests() : null);
        }
    }

    /** Whether nothing is left: every key not asked for yet has no rows. */
    public boolean isEmpty() {
        return left.isEmpty();
    }

    /** Whether requests of a day are left. */
    public boolean holds(LocalDate day) {
        return left.keySet().stream().anyMatch(cell -> cell.day().equals(day));
    }

    /** How many requests are left on the days judged. */
    public long requests(UsagePeriod period) {
        return left.entrySet().stream()
                .filter(each -> period.holds(each.getKey().day()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
