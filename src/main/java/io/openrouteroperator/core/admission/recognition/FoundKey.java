package io.openrouteroperator.core.admission.recognition;

import io.openrouteroperator.core.key.SecretValue;

/**
 * A key found in a text; the value is kept only long enough to be hashed and masked.
 *
 * @param at index in the text where it begins; behind base64, of the digit that completes the prefix
 */
public record FoundKey(SecretValue value, KeyShape shape, KeyEncoding encoding, int at) {
    private static final int SHOWN_AT_START = 3;
    private static final int SHOWN_AT_END = 4;

    /** What may be kept, compared and shown. */
    public KeyMark mark() {
        return new KeyMark(value.hash(), masked(), shape, encoding);
    }

    /** OpenRouter's own label form: prefix, the first three and the last four characters of the random part. */
    private String masked() {
        String text = value.reveal();
        int random = text.indexOf('-', KeyRecogniser.PREFIX.length()) + 1;
        return text.substring(0, random + SHOWN_AT_START) + "..." + text.substring(text.length() - SHOWN_AT_END);
    }
}
