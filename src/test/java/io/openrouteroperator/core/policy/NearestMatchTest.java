package io.openrouteroperator.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestMatchTest {
    @ParameterizedTest
    @CsvSource({
        "'',     '',     0",
        "'',     abc,    3",
        "abc,    '',     3",
        "abc,    abc,    0",
        "abc,    acb,    1",
        "ab,     ba,     1",
        "ca,     abc,    3",
        "kitten, sitting, 3",
        "antropic, anthropic, 1"
    })
    void countsTypingErrors(String left, String right, int distance) {
        assertThat(NearestMatch.distance(left, right)).isEqualTo(distance);
        assertThat(NearestMatch.distance(right, left)).isEqualTo(distance);
    }

    @Test
    void prefersFewestErrorsThenTheAlphabet() {
        assertThat(NearestMatch.of("opena", List.of("openb", "openai", "openab")))
                .contains("openab");
        assertThat(NearestMatch.of("confidental", List.of("public", "confidential")))
                .contains("confidential");
    }

    @Test
    void toleratesOneErrorInAThird() {
        assertThat(NearestMatch.of("ab", List.of("ac"))).contains("ac");
        assertThat(NearestMatch.of("abcdef", List.of("abcxyz"))).isEmpty();
        assertThat(NearestMatch.of("abc", List.of())).isEmpty();
    }

    @Test
    void asksOnlyWhenItHasAnAnswer() {
        assertThat(NearestMatch.question("gogle", List.of("google"))).isEqualTo("; did you mean 'google'?");
        assertThat(NearestMatch.question("vertex", List.of("google-vertex", "azure")))
                .isEqualTo("; did you mean 'google-vertex'?");
        assertThat(NearestMatch.question("oo", List.of("google-vertex"))).isEmpty();
    }
}
