package io.openrouteroperator.core.admission.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.openrouteroperator.core.admission.SampleKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRecogniserTest {
    private static final String KEY = SampleKeys.service("stray");
    private static final String OTHER = SampleKeys.service("other");

    static Stream<String> textsWithTheKey() {
        return Stream.of(
                KEY,
                "Bearer " + KEY,
                "Authorization: Bearer " + KEY + "\r\n",
                KEY + ";sk-second",
                "first," + KEY + ",third",
                "[\"" + KEY + "\"]",
                "{\"provider\":{\"apiKey\":\"" + KEY + "\"}}",
                "model_list:\n- litellm_params:\n    api_key: " + KEY + "\n",
                "export OPENROUTER_API_KEY=" + KEY + "\nexport OTHER=1",
                "cat > /etc/app.conf <<EOF\napi_key=" + KEY + "\nEOF",
                "https://user:" + KEY + "@openrouter.ai/api/v1?x=1",
                "x" + KEY + "y",
                KEY + "0",
                "é" + KEY);
    }

    @ParameterizedTest
    @MethodSource("textsWithTheKey")
    void findsTheKeyInText(String text) {
        assertThat(values(text)).containsExactly(KEY);
        assertThat(KeyRecogniser.find(text).getFirst().encoding()).isEqualTo(KeyEncoding.PLAIN);
    }

    @ParameterizedTest
    @MethodSource("textsWithTheKey")
    void findsTheKeyBehindBase64OfEachText(String text) {
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        assertThat(values(encoded)).containsExactly(KEY);
        assertThat(KeyRecogniser.find(encoded).getFirst().encoding()).isEqualTo(KeyEncoding.BASE64);
    }

    @Test
    void endsAManagementKeyWhereTheNextKeyBegins() {
        String first = SampleKeys.management("root");
        String second = SampleKeys.management("other");
        assertThat(values(first + second + KEY)).containsExactly(first, second, KEY);
        String encoded = Base64.getEncoder().encodeToString((first + second + KEY).getBytes(StandardCharsets.UTF_8));
        assertThat(values(encoded)).containsExactly(first, second, KEY);
        assertThat(values("sk-or-mgmt-12ab".repeat(1_000) + first)).containsExactly(first);
    }

    @Test
    void findsEachOfSeveralKeysOnce() {
        assertThat(values(KEY + ";" + OTHER + ";" + KEY)).containsExactly(KEY, OTHER);
    }

    @Test
    void findsEachPlaceOnceWhateverTheEncoding() {
        String percent = KEY.replace("-", "%2D");
        String base64 = Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.UTF_8));
        String text = "50% " + KEY + "\n%41" + percent + "\n" + OTHER + "\n" + base64 + "\n" + KEY;
        int prefixDigits = 8;

        assertThat(KeyRecogniser.findEverywhere(text))
                .extracting(FoundKey::at)
                .containsExactly(
                        text.indexOf(KEY),
                        text.indexOf(percent),
                        text.indexOf(OTHER),
                        text.indexOf(base64) + prefixDigits - 1,
                        text.lastIndexOf(KEY));
    }

    @Test
    void findsManagementKeys() {
        String management = SampleKeys.management("root");
        assertThat(KeyRecogniser.find("key: " + management)).singleElement().satisfies(found -> {
            assertThat(found.shape()).isEqualTo(KeyShape.MANAGEMENT);
            assertThat(found.value().reveal()).isEqualTo(management);
        });
        assertThat(values(Base64.getEncoder().encodeToString(management.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(management);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-or-...",
                "sk-or-v1-...",
                "sk-or-v1-your-key-here",
                "sk-or-v1-REPLACE_ME",
                "sk-or-v1-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "sk-or-v1-placeholder",
                "sk-or-v1-FIXTURE-NOT-A-KEY",
                "sk-or-DUMMY_replace_me_000000000000000000000000000000000000000000000000",
                "sk-or-v1-0000000000000000000000000000000000000000000000000000000000000000",
                "sk-or-v1-ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "sk-or-v1-0123456789abcdef0123456789abcdef0123456789abcdefxxxxxxxxxxxxxxxx",
                "sk-or-mgmt-your-management-key-here-please-replace",
                "sk-or-mgmt-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "sk-or-mgmt-...",
                "sk-org-secret",
                "sk-original12345",
                "sk-or-test",
                "sk-or-123",
                "your-api-key",
                "CHANGE_ME",
                "EMPTY",
                "unused",
                "",
                "set-via-extraEnvFrom",
                "***REMOVED***",
                "<base64-encoded-key>",
                "os.environ/OPENROUTER_API_KEY",
                "env.OPENROUTER_API_KEY",
                "${OPENROUTER_API_KEY}",
                "$${OPENROUTER_API_KEY}",
                "$(OPENROUTER_API_KEY)",
                "{{ .Values.openrouter.apiKey }}",
                "{{repl ConfigOption \"openrouter_api_key\"}}",
                "ref:payments/openrouter",
                "ENC[AES256_GCM,data:c2stb3ItdjE=,iv:abc,tag:def,type:str]",
                "AgBy3i4OJSWK+PiTySYZZA9rO43cGDEqc2stb3I==",
                "sk-ant-api03-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "sk-vllm-noauth",
                "sk-111111111111",
                "openrouter/free",
                "openrouter.ai",
                "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "%zz%2",
                "c2stb3ItdjEt"
            })
    void staysQuietForPlaceholdersAndStrangers(String text) {
        assertThat(values(text)).isEmpty();
        assertThat(values(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void marksAreMaskedAsOpenRouterMasksThem() {
        FoundKey found = KeyRecogniser.find(KEY).getFirst();
        String digits = KEY.substring("sk-or-v1-".length());
        assertThat(found.mark().masked())
                .isEqualTo("sk-or-v1-" + digits.substring(0, 3) + "..." + digits.substring(60));
        assertThat(found.toString() + found.mark()).doesNotContain(KEY).doesNotContain(digits);
        assertThat(found.mark().hash()).isEqualTo(SampleKeys.hashOf(KEY));
    }

    @Test
    void hostileTextCostsNoMoreThanItsLength() {
        int size = 3 * 1024 * 1024;
        List<String> hostile = Stream.of(
                        "sk-or-v1-0",
                        "sk-or-",
                        "c2stb3It",
                        "c2stb3ItbWdtdC0",
                        "%73",
                        "sk-or-v1-0123456789abcdef",
                        " ",
                        "A")
                .map(piece -> piece.repeat(size / piece.length()))
                .toList();
        assertThatCode(() ->
                        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> hostile.forEach(KeyRecogniser::find)))
                .doesNotThrowAnyException();
    }

    @Test
    void findsAKeyAtTheEndOfALargeText() {
        String noise =
                IntStream.range(0, 100_000).mapToObj(i -> "line " + i + "\n").reduce("", (a, b) -> b);
        assertThat(values(noise.repeat(50_000) + KEY)).containsExactly(KEY);
    }

    private static List<String> values(String text) {
        return KeyRecogniser.find(text).stream()
                .map(found -> found.value().reveal())
                .toList();
    }
}
