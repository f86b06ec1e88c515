package io.openrouteroperator.chart.keyform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All forms, and the file of the chart that holds them. */
final class KeyForms {
    /** Where the chart's templates read them. */
    static final Path FILE = Path.of("helm/openrouter-operator/files/key-forms.yaml");

    private static final String HEX = "0123456789ABCDEFabcdef";
    private static final String TOKEN = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final String SERVICE = "sk-or-v1-";
    private static final String MANAGEMENT = "sk-or-mgmt-";
    private static final int SERVICE_DIGITS = 64;
    private static final int MANAGEMENT_LEAST = 32;
    private static final int MANAGEMENT_MOST = 256 - MANAGEMENT.length();
    private static final int ALIGNMENTS = 3;

    /** One repeated character makes at most four digits again and again, and one more at either end. */
    private static final int ENCODED_SERVICE_DISTINCT = 7;

    /** Encoding hides how many characters are different; random ones make more digits than this, words seldom do. */
    private static final int ENCODED_MANAGEMENT_DISTINCT = 16;

    private static final String HEAD = """
            # How keys are written down, plain and in base64 at its three alignments, for the policies of
            # webhook.literalKeyPolicy. Made by `make key-forms` from the shapes that the operator knows; do not edit.
            """;

    private KeyForms() {}

    /** Writes the file. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, yaml());
    }

    /** The file as it should be. */
    static String yaml() {
        return HEAD + "service:\n" + list(service()) + "management:\n" + list(management());
    }

    /** {@code sk-or-v1-} and 64 hex digits, not all the same. */
    static List<KeyForm> service() {
        var plain = new KeyForm(
                "plainService", SERVICE, SERVICE_DIGITS, "^[0-9A-Fa-f]{%d}".formatted(SERVICE_DIGITS), "", 2);
        return Stream.concat(
                        Stream.of(plain),
                        encoded(SERVICE, HEX)
                                .map(text -> text.form(
                                        "encodedService",
                                        SERVICE_DIGITS,
                                        SERVICE_DIGITS,
                                        "",
                                        ENCODED_SERVICE_DISTINCT)))
                .toList();
    }

    /** {@code sk-or-mgmt-} and at least 32 characters, ten of them different and one a decimal digit. */
    static List<KeyForm> management() {
        var plain = new KeyForm(
                "plainManagement",
                MANAGEMENT,
                MANAGEMENT_MOST,
                "^[0-9A-Za-z_-]{%d,%d}".formatted(MANAGEMENT_LEAST, MANAGEMENT_MOST),
                "[0-9]",
                10);
        return Stream.concat(
                        Stream.of(plain),
                        encoded(MANAGEMENT, TOKEN)
                                .map(text -> text.form(
                                        "encodedManagement",
                                        MANAGEMENT_LEAST,
                                        MANAGEMENT_MOST,
                                        text.withDigit(),
                                        ENCODED_MANAGEMENT_DISTINCT)))
                .toList();
    }

    private static Stream<EncodedText> encoded(String prefix, String alphabet) {
        return IntStream.range(0, ALIGNMENTS).mapToObj(before -> new EncodedText(before, prefix, alphabet));
    }

    private static String list(List<KeyForm> forms) {
        return forms.stream().map(form -> form.yaml().indent(2)).collect(Collectors.joining());
    }
}
