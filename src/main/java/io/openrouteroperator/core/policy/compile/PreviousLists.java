package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.GuardrailSettings;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lists in force so far. They are kept at OpenRouter in the guardrail itself, so nothing has to be stored in the cluster.
 *
 * @param rulesHash of the rules they were compiled from
 * @param providers as the guardrail holds them
 * @param models as the guardrail holds them
 */
public record PreviousLists(String rulesHash, AllowList providers, AllowList models) {
    private static final Pattern RULES = Pattern.compile("rules=([0-9a-f]{16})$");

    /** The lists of a compilation, for the next one. */
    public static PreviousLists of(CompiledClassification.Compiled compiled) {
        return new PreviousLists(
                compiled.rulesHash(),
                compiled.settings().providers(),
                compiled.settings().models());
    }

    /**
     * The lists of a guardrail read from OpenRouter.
     *
     * @param revision the revision recorded for it; a guardrail that does not have it was edited by hand, and then its lists are
     *     worth nothing
     */
    public static Optional<PreviousLists> provenBy(GuardrailSettings remote, String revision) {
        Matcher rules = RULES.matcher(remote.description());
        return rules.find() && Revision.of(remote).equals(revision)
                ? Optional.of(new PreviousLists(rules.group(1), remote.providers(), remote.models()))
                : Optional.empty();
    }

    static String description(String classification, String rulesHash) {
        return "Held by the OpenRouter Operator for classification " + classification
                + "; changes made here are put back. rules=" + rulesHash;
    }
}
