package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.Fix;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.Violation;

/** A Secret that the operator keeps, changed or deleted by someone else. */
final class ManagedSecretEdited {
    private ManagedSecretEdited() {}

    static Violation by(String username, String verb, ManagedKey key) {
        return new Violation(
                Rule.MANAGED_SECRET_EDITED,
                "metadata.name",
                "Secret \"%s\" belongs to OpenRouterKey \"%s\"; \"%s\" may not %s it."
                        .formatted(key.secretName(), key.name().name(), username, verb),
                "The operator keeps this Secret: an edit would cut the service off from its key, or be undone at once.",
                Fix.of(fix(key)),
                key.classification());
    }

    private static String fix(ManagedKey key) {
        String namespace = key.name().namespace();
        String name = key.name().name();
        return """
                change the OpenRouterKey instead, the Secret follows:

                kubectl edit openrouterkey -n %1$s %2$s
                kubectl delete openrouterkey -n %1$s %2$s""".formatted(namespace, name);
    }
}
