package io.openrouteroperator.cli.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/** What the working tree of a repository is told by its {@code .git}. Read file by file, because git itself would run what is configured there. */
final class GitRepository {
    private static final String DIRECTORY = ".git";
    private static final String POINTER = "gitdir: ";

    private final Path top;
    private final NavigableSet<String> tracked;
    private final IgnoreNode excludes;

    private GitRepository(Path top, NavigableSet<String> tracked, IgnoreNode excludes) {
        this.top = top;
        this.tracked = tracked;
        this.excludes = excludes;
    }

    static boolean beginsAt(Path directory) {
        return Files.exists(directory.resolve(DIRECTORY), LinkOption.NOFOLLOW_LINKS);
    }

    /** A directory without a repository: nothing is tracked. */
    static GitRepository none(Path top) {
        return new GitRepository(top, new TreeSet<>(), new IgnoreNode());
    }

    /** @throws IOException also when the index is in a form that is not known */
    static GitRepository at(Path top) throws IOException {
        Path own = pointedTo(top.resolve(DIRECTORY), POINTER);
        Path shared = Files.exists(own.resolve("commondir")) ? pointedTo(own.resolve("commondir"), "") : own;
        Path index = own.resolve("index");
        NavigableSet<String> tracked =
                Files.exists(index) ? GitIndex.paths(Files.readAllBytes(index)) : new TreeSet<>();
        return new GitRepository(top, tracked, GitIgnoreRules.patterns(shared.resolve("info/exclude")));
    }

    /** Worktrees and submodules keep a file with a path where others keep the directory. */
    private static Path pointedTo(Path path, String before) throws IOException {
        if (Files.isDirectory(path)) {
            return path;
        }
        String text = Files.readString(path).strip();
        String target = text.startsWith(before) ? text.substring(before.length()) : text;
        return path.resolveSibling(target).normalize();
    }

    /** Whether git knows the entry, or something below it. */
    boolean tracks(Path entry) {
        String path = slashed(top, entry);
        String first = tracked.ceiling(path + "/");
        return tracked.contains(path) || (first != null && first.startsWith(path + "/"));
    }

    /** Whether the repository's own list excludes or includes the entry; null when it says nothing. */
    @Nullable
    Boolean excludes(Path entry, boolean isDirectory) {
        return excludes.checkIgnored(slashed(top, entry), isDirectory);
    }

    /** A path below a directory as git writes it. */
    static String slashed(Path directory, Path entry) {
        return directory.relativize(entry).toString().replace('\\', '/');
    }
}
