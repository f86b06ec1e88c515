package io.openrouteroperator.cli.report;

/**
 * So many of something.
 *
 * @param noun in the singular
 */
public record Count(long number, String noun) {
    String nouns() {
        return noun + "s";
    }

    @Override
    public String toString() {
        return number + " " + (number == 1 ? noun : nouns());
    }
}
