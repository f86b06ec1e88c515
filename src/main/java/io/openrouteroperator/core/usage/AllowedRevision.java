package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.compile.Catalogue;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Compiled;
import io.openrouteroperator.core.policy.compile.Fingerprint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a class allowed from one moment on, until the next revision.
 *
 * @param from since when, to the second
 * @param rules hash of the rules that decided the lists; empty where the rules left nothing
 * @param providers slugs of those that might serve
 * @param models names of those that might be used, as guardrails compare them
 * @param free whether free variants might be used
 * @param approvals what the catalogue said of each provider when these rules let it in, by slug
 */
public record AllowedRevision(
        Instant from,
        String rules,
        Permitted providers,
        Permitted models,
        boolean free,
        SortedMap<String, Approval> approvals) {
    public AllowedRevision {
        from = from.truncatedTo(ChronoUnit.SECONDS);
        approvals = Collections.unmodifiableSortedMap(new TreeMap<>(approvals));
    }

    /** What a classification allows as compiled now. */
    public static AllowedRevision of(ClassificationRules rules, Compiled compiled, Catalogue catalogue, Instant now) {
        Permitted providers = Permitted.of(compiled.settings().providers());
        SortedMap<String, Approval> approvals = Approval.all(catalogue, now.truncatedTo(ChronoUnit.SECONDS));
        approvals.keySet().removeIf(slug -> !providers.permits(slug));
        String revision = compiled.revision();
        return new AllowedRevision(
                now,
                revision.substring(0, Math.max(0, revision.indexOf('-'))),
                providers,
                Permitted.of(compiled.settings().models()),
                rules.models().allowFree(),
                approvals);
    }

    /** A classification whose rules leave nothing: its keys are disabled. */
    public static AllowedRevision nothing(Instant now) {
        return new AllowedRevision(
                now, "", Permitted.only(new TreeSet<>()), Permitted.only(new TreeSet<>()), false, new TreeMap<>());
    }

    /** The hash of what it allows, whenever it did: the same content has the same id. */
    public String id() {
        return Fingerprint.shortOf(
                List.of("rules " + rules, "providers " + text(providers), "models " + text(models), "free " + free));
    }

    /** The same with approvals from an earlier revision: providers that were let in by the same rules were approved then. */
    AllowedRevision approvedAsIn(AllowedRevision earlier) {
        if (!rules.equals(earlier.rules)) {
            return this;
        }
        SortedMap<String, Approval> kept = new TreeMap<>(approvals);
        for (Map.Entry<String, Approval> each : earlier.approvals.entrySet()) {
            kept.computeIfPresent(each.getKey(), (_, _) -> each.getValue());
        }
        return new AllowedRevision(from, rules, providers, models, free, kept);
    }

    /** The same, begun by then. */
    AllowedRevision begunBy(Instant latest) {
        return from.isAfter(latest) ? new AllowedRevision(latest, rules, providers, models, free, approvals) : this;
    }

    private static String text(Permitted permitted) {
        return permitted.any() ? "*" : permitted.names().toString();
    }
}
