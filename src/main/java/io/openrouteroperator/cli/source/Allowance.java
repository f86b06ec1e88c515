package io.openrouteroperator.cli.source;

import io.openrouteroperator.core.key.KeyHash;
import java.time.LocalDate;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/**
 * A key, or a part of the tree, that a reviewer accepted.
 *
 * @param line of the allow-list, from 1
 * @param until last day on which it holds
 */
record Allowance(int line, Scope scope, LocalDate until, String reason) {
    boolean covers(String path, KeyHash key) {
        return switch (scope) {
            case OneKey one -> one.key().equals(key);
            case Paths paths ->
                paths.pattern().isMatch(path, false, false) && paths.pattern().getResult();
        };
    }

    boolean expired(LocalDate today) {
        return until.isBefore(today);
    }

    /** What is accepted. */
    sealed interface Scope {}

    /** One key wherever it stands. */
    record OneKey(KeyHash key) implements Scope {}

    /** Any key in files that a pattern names; patterns are those of {@code .gitignore}. */
    record Paths(FastIgnoreRule pattern) implements Scope {}
}
