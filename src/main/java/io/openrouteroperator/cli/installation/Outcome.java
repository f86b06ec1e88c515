package io.openrouteroperator.cli.installation;

/**
 * What one look has found.
 *
 * @param subject what was looked at, in a word or two
 * @param works whether it is as it must be
 * @param sentence what was seen; and what to do, when it does not work
 */
record Outcome(String subject, boolean works, String sentence) {
    static Outcome good(String subject, String sentence) {
        return new Outcome(subject, true, sentence);
    }

    static Outcome bad(String subject, String sentence) {
        return new Outcome(subject, false, sentence);
    }
}
