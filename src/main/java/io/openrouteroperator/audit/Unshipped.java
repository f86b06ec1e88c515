package io.openrouteroperator.audit;

import io.openrouteroperator.core.audit.chain.ChainHead;
import io.openrouteroperator.core.audit.chain.ChainLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines in a pod's files that were not shipped yet, in their order; where it stands is kept beside the files. For one thread. */
final class Unshipped {
    /** Some hundred lines, more than the longest one. */
    private static final int MOST_BYTES = 512 * 1024;

    private final Segments segments;
    private final Path bookmark;
    private final Portion portion;
    private @Nullable Position taken;

    /** After this line of this file everything is unshipped. */
    private record Position(
            String file, long offset, @Nullable String lastLine) {}

    /**
     * Lines to ship.
     *
     * @param lines whole ones, none when everything is shipped
     * @param missing how many before them are gone: their file had to make room. At least 1 for those of an earlier process
     */
    record Batch(List<String> lines, long missing) {}

    Unshipped(Path folder, String pod, Destination destination) {
        this.segments = new Segments(folder, pod);
        this.bookmark = folder.resolve(pod + ".shipped-" + destination.name());
        this.portion = destination.portion();
    }

    /** The next lines; the same ones until they are {@link #shipped}. */
    Batch next() throws IOException {
        Position from = read();
        List<Path> files = segments.list();
        int at = index(files, from.file());
        boolean gone = at < 0 && !from.file().isEmpty();
        Batch batch = new Batch(List.of(), 0);
        for (int i = Math.max(at, 0); i < files.size() && batch.lines().isEmpty(); i++) {
            batch = lines(files.get(i), i == at ? from.offset() : 0, i + 1 < files.size(), from);
        }
        return gone ? new Batch(batch.lines(), missing(from.lastLine(), batch.lines())) : batch;
    }

    /** The last batch is shipped, or never will be. */
    void shipped() throws IOException {
        if (taken != null) {
            Path fresh = bookmark.resolveSibling(bookmark.getFileName() + ".new");
            Files.write(fresh, List.of(taken.file(), Long.toString(taken.offset()), String.valueOf(taken.lastLine())));
            Files.move(fresh, bookmark, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Batch lines(Path file, long offset, boolean closed, Position from) throws IOException {
        String text = text(file, offset);
        int end = text.lastIndexOf('\n') + 1;
        List<String> whole = text.substring(0, end).lines().toList();
        boolean complete = closed || text.length() == MOST_BYTES;
        List<String> lines = whole.isEmpty() ? whole : whole.subList(0, portion.of(whole, complete));
        long length = lines.stream().mapToLong(line -> line.length() + 1L).sum();
        String last = lines.isEmpty() ? from.lastLine() : lines.getLast();
        taken = new Position(file.getFileName().toString(), offset + length, last);
        return new Batch(lines, 0);
    }

    private static String text(Path file, long offset) throws IOException {
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] bytes = new byte[Math.clamp(open.size() - offset, 0, MOST_BYTES)];
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining() && open.read(buffer, offset + buffer.position()) >= 0) {
                // Goes on until the end.
            }
            return new String(bytes, 0, buffer.position(), StandardCharsets.ISO_8859_1);
        }
    }

    private Position read() throws IOException {
        if (!Files.exists(bookmark)) {
            return new Position("", 0, null);
        }
        List<String> parts = Files.readAllLines(bookmark, StandardCharsets.ISO_8859_1);
        return new Position(parts.get(0), Long.parseLong(parts.get(1)), parts.get(2));
    }

    /** Lines of one process count; what came before the first line of another one is not known. */
    private static long missing(@Nullable String last, List<String> lines) {
        ChainHead before = head(last);
        ChainHead after = head(lines.isEmpty() ? null : lines.getFirst());
        return before != null && after != null && before.writer().equals(after.writer())
                ? after.sequence() - before.sequence() - 1
                : 1;
    }

    private static @Nullable ChainHead head(@Nullable String line) {
        return line == null ? null : ChainLine.parse(line).map(ChainLine::head).orElse(null);
    }

    private static int index(List<Path> files, String name) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).getFileName().toString().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
