package io.openrouteroperator.core.compliance.report;

import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key in the inventory; empty text and null stand for what is not known.
 *
 * @param consumers the workloads that read it, at most a few
 * @param ageDays whole days since it was made
 * @param limit in words, empty when there is none
 * @param use when the current key was last used, or seen to spend where nobody tells: today, this month, not this month, unknown
 */
public record KeyLine(
        ObservedKey key, List<String> consumers, @Nullable Long ageDays, String limit, String use) {
    public KeyLine {
        consumers = List.copyOf(consumers);
    }

    /** Namespace and name. */
    public String service() {
        return key.name().toString();
    }

    /** The masked key. */
    public String label() {
        return key.current() == null || key.current().label() == null
                ? ""
                : key.current().label();
    }

    /** Which generation, 0 before the first. */
    public int serial() {
        return key.current() == null ? 0 : key.current().serial();
    }

    /** When OpenRouter stops accepting it. */
    public @Nullable Instant expiresAt() {
        return key.current() == null ? null : key.current().expiresAt();
    }

    /** When it was made. */
    public @Nullable Instant createdAt() {
        return key.current() == null ? null : key.current().createdAt();
    }

    /** US dollars spent since the first of the month. */
    public @Nullable BigDecimal spentThisMonth() {
        return key.spending() == null ? null : key.spending().monthly();
    }

    /** US dollars left until the reset. */
    public @Nullable BigDecimal left() {
        return key.spending() == null ? null : key.spending().remaining();
    }
}
