package io.openrouteroperator.core.admission.facts;

import java.util.Set;

/** The labels and annotations that the operator writes on its Secrets, and reads again after a crash. */
public final class OperatorMarks {
    /** Their names. Kubernetes' own {@code app.kubernetes.io/managed-by} is not among them: any tool may write that. */
    public static final Set<String> NAMES = Set.of(
            "openrouter-operator.io/owner-uid",
            "openrouter-operator.io/classification",
            "openrouter-operator.io/serial",
            "openrouter-operator.io/key-hash",
            "openrouter-operator.io/policy-proof",
            "openrouter-operator.io/published-at");

    private OperatorMarks() {}
}
