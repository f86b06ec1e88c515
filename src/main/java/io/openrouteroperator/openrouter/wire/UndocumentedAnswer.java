package io.openrouteroperator.openrouter.wire;

/** An answer without what the description promises. Names the field and never its content, which may be a key. */
public final class UndocumentedAnswer extends RuntimeException {
    UndocumentedAnswer(String message) {
        super(message);
    }
}
