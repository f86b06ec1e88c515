package io.openrouteroperator.core.compliance.report;

import io.openrouteroperator.core.compliance.check.GovernedClass;
import io.openrouteroperator.core.compliance.snapshot.ProviderFacts;
import io.openrouteroperator.core.compliance.snapshot.PublishedProviders;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A provider that may serve.
 *
 * @param facts what the catalogue says of it, null when that is not known
 * @param classes {@code policy/class} of each class that it may serve
 */
public record ProviderLine(String slug, @Nullable ProviderFacts facts, List<String> classes) {
    private static final List<String> ALL = List.of("*");

    public ProviderLine {
        classes = List.copyOf(classes);
    }

    /** Every provider that may serve some class, by its slug. */
    static List<ProviderLine> of(Snapshot view) {
        PublishedProviders published = view.providers();
        Map<String, List<String>> classes = new TreeMap<>();
        for (GovernedClass each : GovernedClass.all(view)) {
            slugs(each, published)
                    .forEach(slug -> classes.computeIfAbsent(slug, _ -> new ArrayList<>())
                            .add(each.policy().name() + "/" + each.rules().name()));
        }
        return classes.entrySet().stream()
                .map(each -> new ProviderLine(
                        each.getKey(),
                        published == null ? null : published.find(each.getKey()).orElse(null),
                        each.getValue()))
                .toList();
    }

    private static List<String> slugs(GovernedClass each, @Nullable PublishedProviders published) {
        List<String> slugs =
                each.compiled() == null ? List.of() : each.compiled().providers();
        if (!slugs.equals(ALL)) {
            return slugs;
        }
        return published == null
                ? List.of()
                : published.providers().stream().map(ProviderFacts::slug).toList();
    }
}
