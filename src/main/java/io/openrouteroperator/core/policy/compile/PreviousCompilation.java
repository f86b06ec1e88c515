package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.GuardrailSettings;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was in force before. The lists are kept at OpenRouter, in the guardrail itself; a status only has to remember the revision.
 *
 * @param rulesHash of the rules that were compiled
 * @param settings the guardrail as it was compiled, null when nobody knows any more
 */
public record PreviousCompilation(
        String rulesHash, @Nullable GuardrailSettings settings) {
    private static final Pattern REVISION = Pattern.compile("[0-9a-f]+-[0-9a-f]+");

    /** A compilation as the previous one of the next. */
    public static PreviousCompilation of(CompiledClassification.Compiled compiled) {
        return new PreviousCompilation(Revision.rulesHashIn(compiled.revision()), compiled.settings());
    }

    /**
     * What a revision from a status and the guardrail read from OpenRouter say together. Of a guardrail that does not have the
     * revision nothing is believed, because someone edited it: neither may a hand edit widen a held list nor may it narrow one for
     * good.
     *
     * @return empty when the text is no revision
     */
    public static Optional<PreviousCompilation> readBack(String revision, @Nullable GuardrailSettings remote) {
        if (!REVISION.matcher(revision).matches()) {
            return Optional.empty();
        }
        String rulesHash = Revision.rulesHashIn(revision);
        boolean unchanged = remote != null && Revision.of(rulesHash, remote).equals(revision);
        return Optional.of(new PreviousCompilation(rulesHash, unchanged ? remote : null));
    }
}
