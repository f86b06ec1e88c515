package io.openrouteroperator.simulator.contract;

/**
 * One breach of the contract.
 *
 * @param part the part of the exchange that breaks it
 * @param pointer JSON pointer into the body, or the parameter's name; empty for the part as a whole
 * @param keyword the broken rule, a JSON Schema keyword ({@code type}, {@code minItems}, ...) or {@code unknown}, {@code missing},
 *     {@code json}, {@code status}
 * @param message what is wrong, for people
 */
public record Violation(Part part, String pointer, String keyword, String message) {

    /** The parts of an exchange which the contract speaks about. */
    public enum Part {
        PATH,
        QUERY,
        REQUEST_BODY,
        STATUS,
        RESPONSE_BODY
    }

    /** Whether the breach is only an addition which the contract does not know: an undeclared field or query parameter. */
    public boolean isUnknownAddition() {
        return keyword.equals("additionalProperties") || (part == Part.QUERY && keyword.equals("unknown"));
    }

    @Override
    public String toString() {
        return part + " " + (pointer.isEmpty() ? "" : pointer + " ") + "[" + keyword + "] " + message;
    }
}
