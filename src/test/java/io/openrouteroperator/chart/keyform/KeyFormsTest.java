package io.openrouteroperator.chart.keyform;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.admission.recognition.FoundKey;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import io.openrouteroperator.core.admission.recognition.KeyShape;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The forms in the chart are the ones computed, and find what the operator's own recogniser finds. */
class KeyFormsTest {
    private static final int SAMPLES = 60;
    private static final String HEX = "0123456789abcdefABCDEF";
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

    private static final List<KeyForm> SERVICE = KeyForms.service();
    private static final List<KeyForm> MANAGEMENT = KeyForms.management();

    private final Random random = new Random(1);

    @Test
    void chartHasTheFormsComputed() {
        assertThat(KeyForms.FILE).as("run 'make key-forms'").hasContent(KeyForms.yaml());
    }

    @Test
    void everyServiceKeyIsFoundInEveryWriting() {
        for (int i = 0; i < SAMPLES; i++) {
            assertFound("sk-or-v1-" + text(HEX, 64), KeyShape.SERVICE);
        }
    }

    @Test
    void everyManagementKeyIsFoundInEveryWriting() {
        for (int i = 0; i < SAMPLES; i++) {
            assertFound("sk-or-mgmt-" + text(TOKEN, 40 + random.nextInt(200)), KeyShape.MANAGEMENT);
            assertFound("sk-or-mgmt-" + text(HEX, 64), KeyShape.MANAGEMENT);
        }
    }

    @Test
    void oneWrongCharacterMakesPlainTextQuiet() {
        for (char wrong = ' '; wrong < 127; wrong++) {
            StringBuilder key = new StringBuilder("sk-or-v1-" + text(HEX, 64));
            key.setCharAt(9 + random.nextInt(64), wrong);
            assertThat(plainlyFound(key.toString()))
                    .as(key.toString())
                    .isEqualTo(!KeyRecogniser.find(key.toString()).isEmpty());
        }
    }

    @Test
    void otherTextOfAKeysLengthStaysQuietInEveryWriting() {
        for (int i = 0; i < SAMPLES; i++) {
            assertSameAnswer("sk-or-v1-" + text(TOKEN, 64));
            assertSameAnswer("sk-or-v2-" + text(HEX, 64));
            assertSameAnswer("sk-or-" + text(HEX, 64));
        }
    }

    @Test
    void lengthDecidesAsInTheRecogniser() {
        for (int length = 0; length < 70; length++) {
            assertThat(plainlyFound("sk-or-v1-" + text(HEX, length) + "."))
                    .isEqualTo(!KeyRecogniser.find("sk-or-v1-" + text(HEX, length) + ".")
                            .isEmpty());
            String management = "sk-or-mgmt-" + text(TOKEN, length) + ".";
            assertThat(plainlyFound(management))
                    .isEqualTo(!KeyRecogniser.find(management).isEmpty());
        }
    }

    @Test
    void placeholdersStayQuietInEveryWriting() {
        HEX.chars()
                .forEach(digit ->
                        assertSameAnswer("sk-or-v1-" + Character.toString(digit).repeat(64)));
        Stream.of("0", "x", "-", "7a").forEach(part -> assertSameAnswer("sk-or-mgmt-" + part.repeat(40)));
        assertSameAnswer("sk-or-mgmt-replace-me-with-your-own-management-key");
        assertSameAnswer("sk-or-mgmt-REPLACE_ME_WITH_THE_KEY_THAT_YOU_MADE_YOURSELF");
        assertSameAnswer("sk-or-v1-your-key-here");
        assertSameAnswer("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private void assertFound(String key, KeyShape shape) {
        List<KeyForm> forms = shape == KeyShape.SERVICE ? SERVICE : MANAGEMENT;
        List<KeyForm> others = shape == KeyShape.SERVICE ? MANAGEMENT : SERVICE;
        writings(key).forEach(text -> {
            assertThat(KeyRecogniser.find(text)).extracting(FoundKey::shape).containsExactly(shape);
            assertThat(found(forms, text)).as(text).hasSize(1);
            assertThat(found(others, text)).as(text).isEmpty();
        });
    }

    private void assertSameAnswer(String text) {
        writings(text)
                .forEach(writing -> assertThat(isFound(writing))
                        .as(writing)
                        .isEqualTo(!KeyRecogniser.find(writing).isEmpty()));
    }

    /** As it is, and in base64 behind none to five other bytes. */
    private Stream<String> writings(String text) {
        return Stream.concat(
                Stream.of("key=" + text + "\n"),
                Stream.of("", "a", "\u00ff-", "a: ", "key=", "\n\n\n\n\n")
                        .map(before -> encode(before + text + "\n"))
                        .flatMap(encoded -> Stream.of(encoded, "{\"data\":\"" + encoded + "\"}")));
    }

    private static boolean isFound(String text) {
        return !found(SERVICE, text).isEmpty() || !found(MANAGEMENT, text).isEmpty();
    }

    private static boolean plainlyFound(String text) {
        return Stream.of(SERVICE, MANAGEMENT)
                .anyMatch(forms -> !forms.getFirst().find(text).isEmpty());
    }

    private static List<String> found(List<KeyForm> forms, String text) {
        return forms.stream().flatMap(form -> form.find(text).stream()).toList();
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
