package io.openrouteroperator.core.admission.declaration;

import io.openrouteroperator.core.policy.PolicyRules;
import org.jspecify.annotations.Nullable;

/** A write to one of our own kinds. */
public sealed interface Declaration {
    /**
     * A key is created or changed.
     *
     * @param before null for a new one
     */
    record KeyWritten(DeclaredKey now, @Nullable DeclaredKey before) implements Declaration {}

    /**
     * A policy is created or changed.
     *
     * @param before null for a new one
     * @param strandingAllowed whether its author has said that keys may lose their grant
     */
    record PolicyWritten(PolicyRules now, @Nullable PolicyRules before, boolean strandingAllowed)
            implements Declaration {}

    /** A policy is deleted. */
    record PolicyDeleted(String name, boolean strandingAllowed) implements Declaration {}

    /** An account is deleted. */
    record AccountDeleted(String name, boolean strandingAllowed) implements Declaration {}
}
