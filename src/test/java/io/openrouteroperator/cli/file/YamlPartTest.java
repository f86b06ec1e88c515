package io.openrouteroperator.cli.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlPartTest {
    @Test
    void dashesBeginADocument() {
        assertThat(YamlPart.of("a: 1\n--- # two\nb: 2\n---\n"))
                .containsExactly(
                        new YamlPart("a: 1\n", 0), new YamlPart("--- # two\nb: 2\n", 1), new YamlPart("---\n", 3));
    }

    @Test
    void whatStandsAboveTheFirstDashesBelongsToThem() {
        assertThat(YamlPart.of("# one\n%YAML 1.2\n\n---\na: 1\n"))
                .containsExactly(new YamlPart("# one\n%YAML 1.2\n\n---\na: 1\n", 0));
    }

    @Test
    void dotsEndADocumentAndADirectiveMayFollow() {
        assertThat(YamlPart.of("a: 1\n...\n%YAML 1.2\n---\nb: 2\n"))
                .containsExactly(new YamlPart("a: 1\n...\n", 0), new YamlPart("%YAML 1.2\n---\nb: 2\n", 2));
    }

    @Test
    void wordsThatBeginLikeThemAreContent() {
        assertThat(YamlPart.of("---x\n---y\n...z\n")).hasSize(1);
    }
}
