package io.openrouteroperator.cli.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** The files below a directory, in the order of their names. Symbolic links are not followed: what they lead to is not part of the tree. */
final class SourceTree {
    private static final String GIT = ".git";

    private final Visitor visitor;

    SourceTree(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Who looks at the files. */
    interface Visitor {
        /** Looks at a regular file. */
        void file(Path file);

        /** Hears of what cannot be read. */
        void unreadable(Path path, IOException problem);
    }

    void visit(Path directory, IgnoreRules rules) {
        for (Path entry : entriesOf(directory)) {
            try {
                visitEntry(entry, rules);
            } catch (IOException e) {
                visitor.unreadable(entry, e);
            }
        }
    }

    private void visitEntry(Path entry, IgnoreRules rules) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean directory = attributes.isDirectory();
        if (entry.endsWith(GIT) || rules.skips(entry, directory)) {
            return;
        }
        if (directory) {
            visit(entry, rules.in(entry));
        } else if (attributes.isRegularFile()) {
            visitor.file(entry);
        }
    }

    private List<Path> entriesOf(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            visitor.unreadable(directory, e);
            return List.of();
        }
    }
}
