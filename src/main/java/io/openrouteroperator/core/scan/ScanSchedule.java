package io.openrouteroperator.core.scan;

import io.openrouteroperator.core.admission.GoverningPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a namespace is looked at: when it is new, when its policies say something else than last time, and every now and then. One that
 * could not be read waits a little.
 *
 * @param interval between two looks at one namespace
 * @param retry after a look that failed
 */
public record ScanSchedule(Duration interval, Duration retry) {
    /**
     * The namespaces to look at now, those that waited longest first.
     *
     * @param governed the governed namespaces and their policies
     * @param known what earlier looks found
     * @param failed when a look failed last, unless a later one did not
     */
    public List<String> due(
            Map<String, List<GoverningPolicy>> governed,
            Map<String, NamespaceOutcome> known,
            Map<String, Instant> failed,
            Instant now) {
        return governed.entrySet().stream()
                .filter(each -> !isWaiting(failed.get(each.getKey()), now))
                .filter(each -> isDue(each.getValue(), known.get(each.getKey()), now))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing((String name) -> Optional.ofNullable(known.get(name))
                                .map(NamespaceOutcome::at)
                                .orElse(Instant.EPOCH))
                        .thenComparing(name -> name))
                .toList();
    }

    private boolean isWaiting(@Nullable Instant failedAt, Instant now) {
        return failedAt != null && now.isBefore(failedAt.plus(retry));
    }

    private boolean isDue(List<GoverningPolicy> policies, @Nullable NamespaceOutcome known, Instant now) {
        return known == null
                || !known.policies().equals(policies)
                || !now.isBefore(known.at().plus(interval));
    }
}
