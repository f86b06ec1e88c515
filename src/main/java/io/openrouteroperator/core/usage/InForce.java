package io.openrouteroperator.core.usage;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was allowed on one day. A row tells the day and not the hour, so that whatever any revision of the day allowed counts as allowed.
 *
 * @param revisions of that day, oldest first, at least one
 * @param providers that any of them allowed
 * @param models that any of them allowed
 * @param free whether any of them allowed free variants
 * @param text which revisions they were, for a message
 */
public record InForce(
        List<AllowedRevision> revisions, Permitted providers, Permitted models, boolean free, String text) {
    public InForce {
        revisions = List.copyOf(revisions);
    }

    /** The revisions together. */
    static InForce of(List<AllowedRevision> revisions) {
        return new InForce(
                revisions,
                revisions.stream()
                        .map(AllowedRevision::providers)
                        .reduce(Permitted::or)
                        .orElseThrow(),
                revisions.stream()
                        .map(AllowedRevision::models)
                        .reduce(Permitted::or)
                        .orElseThrow(),
                revisions.stream().anyMatch(AllowedRevision::free),
                text(revisions));
    }

    private static String text(List<AllowedRevision> revisions) {
        String ids = revisions.stream().map(AllowedRevision::id).distinct().collect(Collectors.joining(", "));
        return revisions.size() == 1
                ? "revision " + ids
                : "the %d revisions of that day together (%s)".formatted(revisions.size(), ids);
    }
}
