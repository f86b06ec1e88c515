package io.openrouteroperator.core.usage;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The revisions of one day, oldest first. A row tells the day and not the hour, so that whatever any of them allowed counts as allowed.
 *
 * @param revisions at least one
 */
public record InForce(List<AllowedRevision> revisions) {
    public InForce {
        revisions = List.copyOf(revisions);
    }

    /** The providers that any revision allowed. */
    public Permitted providers() {
        return revisions.stream()
                .map(AllowedRevision::providers)
                .reduce(Permitted::or)
                .orElseThrow();
    }

    /** The models that any revision allowed. */
    public Permitted models() {
        return revisions.stream()
                .map(AllowedRevision::models)
                .reduce(Permitted::or)
                .orElseThrow();
    }

    /** Whether any revision allowed free variants. */
    public boolean free() {
        return revisions.stream().anyMatch(AllowedRevision::free);
    }

    /** Which revisions they were, for a message. */
    public String text() {
        String ids = revisions.stream().map(AllowedRevision::id).distinct().collect(Collectors.joining(", "));
        return revisions.size() == 1
                ? "revision " + ids
                : "the %d revisions of that day together (%s)".formatted(revisions.size(), ids);
    }
}
