package io.openrouteroperator.reconcile.policy;

import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.ProviderCredential;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Compiled;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a class that requires own provider credentials (BYOK) has one for every provider it allows. */
final class Credentials {
    private Credentials() {}

    /** The allowed providers without an enabled credential in the workspace; empty when the class requires none. */
    static List<String> uncovered(
            ClassificationRules rules, Compiled compiled, OpenRouter openRouter, String workspaceId) {
        if (!rules.providers().byokRequired()) {
            return List.of();
        }
        Set<String> covered = openRouter.listCredentials(workspaceId).stream()
                .filter(credential -> !credential.disabled())
                .map(ProviderCredential::provider)
                .collect(Collectors.toSet());
        return compiled.providers().stream()
                .filter(provider -> !covered.contains(provider))
                .toList();
    }

    /** What to do about it. */
    static String message(ClassificationRules rules, List<String> uncovered) {
        return ("%s.providers.byok is Required, but OpenRouter has no enabled provider key of yours for %s:"
                        + " add it there, or leave the provider out")
                .formatted(rules.path(), String.join(", ", uncovered));
    }
}
