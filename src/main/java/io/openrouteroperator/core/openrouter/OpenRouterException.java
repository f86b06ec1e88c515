package io.openrouteroperator.core.openrouter;

import java.util.Objects;

/** A call to OpenRouter that has no answer; {@link #failure()} says why. Carries no key material. */
public final class OpenRouterException extends RuntimeException {
    private final transient Failure failure;

    public OpenRouterException(String operation, Failure failure) {
        super(operation + ": " + failure.message());
        this.failure = failure;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** The reason in the distinctions that callers act on. */
    public Failure failure() {
        return failure;
    }
}
