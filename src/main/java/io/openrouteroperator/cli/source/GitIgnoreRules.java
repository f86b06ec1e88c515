package io.openrouteroperator.cli.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what git would not commit: what a {@code .gitignore} of this directory or one above names, or {@code .git/info/exclude}, unless
 * it is tracked already. The user's own {@code core.excludesFile} has no say, since a report must not depend on who makes it.
 */
final class GitIgnoreRules implements IgnoreRules {
    private static final String PATTERNS = ".gitignore";

    private final Path directory;
    private final @Nullable GitIgnoreRules parent;
    private final GitRepository repository;
    private final IgnoreNode patterns;
    private final boolean ignored;

    private GitIgnoreRules(Path directory, @Nullable GitIgnoreRules parent, GitRepository repository, boolean ignored)
            throws IOException {
        this.directory = directory;
        this.parent = parent;
        this.repository = repository;
        this.patterns = patterns(directory.resolve(PATTERNS));
        this.ignored = ignored;
    }

    /** The rules of a directory, with those above it as far as its repository reaches; its own name is not asked about. */
    static GitIgnoreRules of(Path directory) throws IOException {
        Path top = directory;
        while (top != null && !GitRepository.beginsAt(top)) {
            top = top.getParent();
        }
        if (top == null) {
            return new GitIgnoreRules(directory, null, GitRepository.none(directory), false);
        }
        GitIgnoreRules rules = new GitIgnoreRules(top, null, GitRepository.at(top), false);
        for (Path step : top.relativize(directory)) {
            if (!step.toString().isEmpty()) {
                rules = new GitIgnoreRules(rules.directory.resolve(step), rules, rules.repository, false);
            }
        }
        return rules;
    }

    static IgnoreNode patterns(Path file) throws IOException {
        IgnoreNode node = new IgnoreNode();
        // Git does not follow a link here either.
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try (InputStream text = Files.newInputStream(file)) {
                node.parse(file.toString(), text);
            }
        }
        return node;
    }

    @Override
    public boolean skips(Path entry, boolean isDirectory) {
        return (ignored || matches(entry, isDirectory)) && !repository.tracks(entry);
    }

    @Override
    public GitIgnoreRules in(Path child) throws IOException {
        if (GitRepository.beginsAt(child)) {
            return new GitIgnoreRules(child, null, GitRepository.at(child), false);
        }
        return new GitIgnoreRules(child, this, repository, ignored || matches(child, true));
    }

    /** The last pattern of the nearest file that speaks of the entry decides. */
    private boolean matches(Path entry, boolean isDirectory) {
        for (GitIgnoreRules rules = this; rules != null; rules = rules.parent) {
            Boolean decision = rules.patterns.checkIgnored(GitRepository.slashed(rules.directory, entry), isDirectory);
            if (decision != null) {
                return decision;
            }
        }
        return Objects.requireNonNullElse(repository.excludes(entry, isDirectory), false);
    }
}
