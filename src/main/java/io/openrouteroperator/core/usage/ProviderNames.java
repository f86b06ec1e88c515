package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The way from display names to slugs. Activity names providers as people read them, guardrails by slug, and the catalogue has both
 * (trap 20). Case does not count; a slug in place of a name is taken as one.
 */
final class ProviderNames {
    private final Map<String, SortedSet<String>> slugs = new HashMap<>();

    ProviderNames(Catalogue catalogue) {
        for (Provider provider : catalogue.providers()) {
            add(provider.name(), provider.slug());
        }
        for (Provider provider : catalogue.providers()) {
            if (!slugs.containsKey(normal(provider.slug()))) {
                add(provider.slug(), provider.slug());
            }
        }
    }

    /** The slugs that a name may mean; empty for a name that the catalogue does not have. */
    Optional<SortedSet<String>> slugs(String name) {
        return Optional.ofNullable(slugs.get(normal(name)));
    }

    private void add(String name, String slug) {
        slugs.computeIfAbsent(normal(name), _ -> new TreeSet<>()).add(slug);
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
