package io.openrouteroperator.core.policy.compile;

import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Compiled;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The proof before a key is published (invariant G): what the key may really use, as OpenRouter tells when asked with the key
 * itself ({@code GET /models/user}), lies within the compiled lists.
 */
public final class EffectivePolicyCheck {
    /** What the comparison found. */
    public sealed interface Outcome {}

    /**
     * The key is within its policy.
     *
     * @param count of the models it may use
     * @param modelsHash SHA-256 of their sorted names, as lower-case hex
     */
    public record Within(int count, String modelsHash) implements Outcome {}

    /**
     * The guardrail is not in force, or not yet: the key may use more than it should.
     *
     * @param models outside the policy, by {@link ModelName} and alphabet
     */
    public record Exceeds(List<String> models) implements Outcome {
        public Exceeds {
            models = List.copyOf(models);
        }
    }

    /** Safe, but of no use: a limit of the account or the workspace leaves the key nothing. */
    public record NothingUsable() implements Outcome {}

    private EffectivePolicyCheck() {}

    /** Compares the models usable by a key with those its class allows. */
    public static Outcome check(Collection<Model> usable, Compiled allowed) {
        SortedSet<String> names = usable.stream().map(ModelName::of).collect(Collectors.toCollection(TreeSet::new));
        List<String> outside = switch (allowed.settings().models()) {
            case AllowList.Everything _ -> List.of();
            case AllowList.Only(List<String> models) ->
                names.stream().filter(name -> !models.contains(name)).toList();
        };
        if (!outside.isEmpty()) {
            return new Exceeds(outside);
        }
        return names.isEmpty() ? new NothingUsable() : new Within(names.size(), Fingerprint.of(names));
    }
}
