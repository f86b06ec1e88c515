package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.GuardrailSettings;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What a compilation changed against the lists in force before, for events; all lists by alphabet.
 *
 * @param wonProviders newly allowed
 * @param lostProviders no longer allowed
 * @param wonModels newly allowed
 * @param lostModels no longer allowed
 */
public record ListChanges(
        List<String> wonProviders, List<String> lostProviders, List<String> wonModels, List<String> lostModels) {
    /** Nothing changed, or there was nothing before. */
    public static ListChanges none() {
        return new ListChanges(List.of(), List.of(), List.of(), List.of());
    }

    static ListChanges between(GuardrailSettings before, GuardrailSettings now) {
        return new ListChanges(
                added(before.providers(), now.providers()),
                added(now.providers(), before.providers()),
                added(before.models(), now.models()),
                added(now.models(), before.models()));
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return equals(none());
    }

    // "Everything" is said as *, because what it comprised at an earlier time is not known any more.
    private static List<String> added(AllowList before, AllowList now) {
        Collection<String> added = new TreeSet<>(names(now));
        added.removeAll(names(before));
        return before instanceof AllowList.Everything ? List.of() : List.copyOf(added);
    }

    private static List<String> names(AllowList list) {
        return switch (list) {
            case AllowList.Everything _ -> List.of("*");
            case AllowList.Only(List<String> names) -> names;
        };
    }
}
