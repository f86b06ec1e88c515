package io.openrouteroperator.core.admission.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.admission.SampleKeys;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys that are not written as they are. */
class EncodedKeysTest {
    private static final String KEY = SampleKeys.service("stray");

    @Test
    void findsTheKeyBehindBase64AtEveryByteOffsetAndEveryStartingDigit() {
        for (int offset = 0; offset < 12; offset++) {
            String padded = "p".repeat(offset) + KEY + "q".repeat(offset);
            for (String prefix : List.of("", "A", "AB", "ABC", "/", "token=")) {
                String text = prefix + Base64.getEncoder().encodeToString(padded.getBytes(StandardCharsets.UTF_8));
                assertThat(values(text))
                        .as("offset %d, prefix %s", offset, prefix)
                        .containsExactly(KEY);
            }
        }
    }

    @Test
    void findsTheKeyBehindBase64WrappedInLines() {
        byte[] bytes = ("api_key: " + KEY).getBytes(StandardCharsets.UTF_8);
        String wrapped = Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes);
        String indented = wrapped.replace("\n", "\r\n    ");
        assertThat(values(wrapped)).containsExactly(KEY);
        assertThat(values(indented)).containsExactly(KEY);
    }

    @Test
    void findsTheKeyBehindUrlSafeBase64() {
        byte[] bytes = ("???>>>" + KEY + "???>>>").getBytes(StandardCharsets.UTF_8);
        assertThat(values(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)))
                .containsExactly(KEY);
    }

    @Test
    void findsTheKeyBehindPercentEncoding() {
        String everyCharacter =
                KEY.chars().mapToObj(c -> String.format("%%%02X", c)).reduce("", String::concat);
        assertThat(values("https://proxy/?key=" + everyCharacter)).containsExactly(KEY);
        assertThat(values("50%&key=" + KEY.replace("-", "%2D"))).containsExactly(KEY);
        assertThat(values(URLEncoder.encode(KEY, StandardCharsets.UTF_8))).containsExactly(KEY);
    }

    @Test
    void findsTheKeyBehindEscapesOfStrings() {
        String json = KEY.chars().mapToObj("\\u%04x"::formatted).reduce("", String::concat);
        assertThat(values("{\"api_key\":\"" + json + "\"}")).containsExactly(KEY);
        assertThat(values("api_key: \"\\x" + KEY.replace("-", "\\x2D") + "\\")).containsExactly(KEY);
        assertThat(KeyRecogniser.find("C:\\u00zz\\x4 " + KEY.replace("-", "\\u002d") + "\\u00"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.encoding()).isEqualTo(KeyEncoding.ESCAPED);
                    assertThat(found.at()).isEqualTo("C:\\u00zz\\x4 ".length());
                });
    }

    @Test
    void findsTheKeyBehindBase64WrappedInLinesOfAJsonString() {
        String wrapped = Base64.getMimeEncoder(20, new byte[] {'\n'})
                .encodeToString(("api_key: " + KEY).getBytes(StandardCharsets.UTF_8));
        assertThat(values("{\"config\":\"" + wrapped.replace("\n", "\\n") + "\"}"))
                .containsExactly(KEY);
        assertThat(values("{\"config\":\"" + wrapped.replace("\n", "\\r\\n") + "\"}"))
                .containsExactly(KEY);
    }

    private static List<String> values(String text) {
        return KeyRecogniser.find(text).stream()
                .map(found -> found.value().reveal())
                .toList();
    }
}
