package io.openrouteroperator.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the lines of a pod were shipped, kept in a file that is the earlier or the later one at any time. */
record Bookmark(Path file) {
    /** After this line of this file everything is unshipped; the name is empty before the first line. */
    record Position(String file, long offset, @Nullable String lastLine) {
        private static final Position START = new Position("", 0, null);
    }

    Position read() throws IOException {
        List<String> parts = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
        // A node that lost its power may have kept no more than the name of the file.
        return parts.isEmpty()
                ? Position.START
                : new Position(parts.get(0), Long.parseLong(parts.get(1)), parts.get(2));
    }

    void write(Position at) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, List.of(at.file(), Long.toString(at.offset()), String.valueOf(at.lastLine())));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
