package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.Model;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The catalogue entries that are one model to a guardrail: aliases with the same canonical slug and variant.
 *
 * @param name what they are compared by
 * @param entries at least one
 */
record ModelGroup(String name, List<Model> entries) {
    /** One group per name, by alphabet. */
    static List<ModelGroup> of(Collection<Model> models) {
        return models.stream()
                .collect(Collectors.groupingBy(ModelName::of, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> new ModelGroup(group.getKey(), group.getValue()))
                .toList();
    }

    /** Everything a person may call it. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of(name));
        entries.forEach(entry -> names.add(entry.id()));
        return names;
    }

    /** Whether any of its names is a free variant. */
    boolean free() {
        return name.endsWith(":free") || entries.stream().anyMatch(Model::free);
    }

    /** Whether all of its entries are gone on this day. */
    boolean expired(LocalDate today) {
        return entries.stream().allMatch(entry -> {
            LocalDate expires = entry.expires();
            return expires != null && !expires.isAfter(today);
        });
    }

    /**
     * The names under which its endpoints may be listed. Endpoint lists leave the variant out, which is good evidence for a variant
     * that only changes how the same endpoints are used, but none for a free one, whose endpoints are others.
     */
    Set<String> endpointNames() {
        Set<String> names = names();
        if (!free()) {
            entries.forEach(entry -> names.add(entry.canonicalSlug()));
        }
        return names;
    }

    /** The providers found under any of its endpoint names. */
    Set<String> providersIn(Map<String, Set<String>> providersByModel) {
        return endpointNames().stream()
                .flatMap(endpointName -> providersByModel.getOrDefault(endpointName, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
