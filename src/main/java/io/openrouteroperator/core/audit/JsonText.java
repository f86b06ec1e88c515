package io.openrouteroperator.core.audit;

import io.openrouteroperator.core.admission.recognition.KeyRecogniser;

/** Text of others as a JSON string that is ASCII, bounded, on one line, and shows neither keys nor terminal control. */
final class JsonText {
    /** As long as the longest name that Kubernetes gives. */
    private static final int LONGEST = 253;

    private static final String CUT = "...";

    private JsonText() {}

    static String quoted(String text) {
        return quoted(text, LONGEST);
    }

    static String quoted(String text, int longest) {
        String safe = bounded(text, longest);
        StringBuilder json = new StringBuilder(safe.length() + 2).append('"');
        for (int i = 0; i < safe.length(); i++) {
            append(json, safe.charAt(i));
        }
        return json.append('"').toString();
    }

    /** At most that long; what is cut off shows. Keys are masked first, so that no cut makes half a key of one. */
    static String bounded(String text, int longest) {
        String masked = KeyRecogniser.masked(text);
        if (masked.length() <= longest) {
            return masked;
        }
        int end = longest - CUT.length();
        return masked.substring(0, Character.isHighSurrogate(masked.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    private static void append(StringBuilder json, char c) {
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (c >= ' ' && c <= '~') {
            json.append(c);
        } else {
            json.append("\\u%04x".formatted((int) c));
        }
    }
}
