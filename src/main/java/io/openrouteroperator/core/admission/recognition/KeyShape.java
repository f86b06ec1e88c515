package io.openrouteroperator.core.admission.recognition;

/** The kinds of OpenRouter key that a value can be told to be by its looks. */
public enum KeyShape {
    /** {@code sk-or-v1-} and 64 hex digits: spends money on models; older management keys look the same. */
    SERVICE,
    /** {@code sk-or-mgmt-…}: makes and deletes other keys. */
    MANAGEMENT
}
