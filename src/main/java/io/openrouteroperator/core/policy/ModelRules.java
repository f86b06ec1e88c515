package io.openrouteroperator.core.policy;

import java.util.List;

/**
 * The models that may be used.
 *
 * @param allow ids or globs; an empty list means all, as in the custom resource
 * @param deny ids or globs that win over {@code allow}
 * @param allowFree whether free variants may be used; their endpoints often train on or publish prompts
 */
public record ModelRules(List<String> allow, List<String> deny, boolean allowFree) {
    public ModelRules {
        allow = allow.isEmpty() ? List.of("*") : List.copyOf(allow);
        deny = List.copyOf(deny);
    }

    /** What a classification without model rules gets: every model that is not free. */
    public static ModelRules standard() {
        return new ModelRules(List.of(), List.of(), false);
    }
}
