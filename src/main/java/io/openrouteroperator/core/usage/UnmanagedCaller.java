package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.RemoteKey;
import java.util.List;
import java.util.Optional;

/**
 * A key that no OpenRouterKey owns and that was used. What its name says proves nothing: whoever makes keys chooses it.
 *
 * @param name as OpenRouter lists it, made fit for a message
 * @param requests on the days judged
 */
public record UnmanagedCaller(KeyHash hash, String name, long requests) {
    /** The key as a caller, when it called on the days judged. */
    public static Optional<UnmanagedCaller> of(RemoteKey key, List<ActivityRow> rows, UsagePeriod period) {
        long requests = rows.stream()
                .filter(row -> period.holds(row.date()))
                .mapToLong(ActivityRow::requests)
                .sum();
        return requests == 0
                ? Optional.empty()
                : Optional.of(new UnmanagedCaller(key.hash(), ForeignName.of(key.name()), requests));
    }

    /** The same key on more days. */
    UnmanagedCaller plus(UnmanagedCaller more) {
        return new UnmanagedCaller(hash, name, requests + more.requests);
    }

    /** How a condition names it. */
    public String text() {
        return "'%s' (%s)".formatted(name, hash.fingerprint());
    }
}
