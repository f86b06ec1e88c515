package io.openrouteroperator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the command line says of rules and of itself. */
class ExplainCommandTest {
    @Test
    void explainsRulesAndNamesThemAllWhenOneIsUnknown() {
        CommandRun known = CommandRun.of("explain", "literal-key", "secret-not-managed");
        assertThat(known.exitCode()).isZero();
        assertThat(known.out()).startsWith("# literal-key").contains("# secret-not-managed");

        CommandRun unknown = CommandRun.of("explain", "no-such-rule");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("no-such-rule", "The rules are", "literal-key");

        CommandRun misspelt = CommandRun.of("explain", "literal-kay");
        assertThat(misspelt.exitCode()).isEqualTo(2);
        assertThat(misspelt.err()).contains("There is no rule \"literal-kay\"; did you mean 'literal-key'?");
    }

    @Test
    void printsWhatThereIsWhenAskedForNothing() {
        CommandRun nothing = CommandRun.of();
        assertThat(nothing.exitCode()).isZero();
        assertThat(nothing.out()).contains("lint", "explain");

        CommandRun lint = CommandRun.of("lint");
        assertThat(lint.exitCode()).isEqualTo(2);
        assertThat(lint.err()).contains("Missing required option: '--filename=PATH'");
    }
}
