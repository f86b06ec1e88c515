package io.openrouteroperator.core.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {
    @ParameterizedTest
    @CsvSource({
        "*,               anthropic,              true",
        "anthropic,       anthropic,              true",
        "anthropic,       anthropic-beta,         false",
        "anthropic,       Anthropic,              false",
        "anthropic/*,     anthropic/claude,       true",
        "anthropic/*,     anthropic/claude:free,  true",
        "anthropic/*,     openai/gpt-5,           false",
        "*:free,          openai/gpt-oss:free,    true",
        "*:free,          openai/gpt-oss,         false",
        "openai/*:free,   openai/gpt-oss:free,    true",
        "*gpt*oss*,       openai/gpt-oss,         true",
        "*gpt*oss,        openai/gpt-oss:free,    false",
        "a.c,             abc,                    false",
        "a**c,            abbbc,                  true"
    })
    void matchesWhatTheGlobSays(String pattern, String name, boolean matches) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void agreesWithARegularExpression() {
        var random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            String glob = text(random, "ab*", 6);
            String name = text(random, "ab", 8);
            assertThat(new NamePattern(glob).matches(name))
                    .as("%s on %s", glob, name)
                    .isEqualTo(Pattern.matches(glob.replace("*", ".*"), name));
        }
    }

    @Test
    void answersHostileGlobsAtOnce() {
        assertThat(new NamePattern("*a".repeat(200)).matches("a".repeat(199) + "b"))
                .isFalse();
    }

    private static String text(Random random, String alphabet, int longest) {
        return random.ints(random.nextInt(longest + 1), 0, alphabet.length())
                .mapToObj(index -> alphabet.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
