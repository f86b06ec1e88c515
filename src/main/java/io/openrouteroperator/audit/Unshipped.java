package io.openrouteroperator.audit;

import io.openrouteroperator.core.audit.chain.ChainHead;
import io.openrouteroperator.core.audit.chain.ChainLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The lines in a pod's files that were not shipped yet, in their order; where it stands is kept beside the files. There are none for those
 * who do not get the pod's {@link Claim}. For one thread.
 */
final class Unshipped implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Unshipped.class);
    private static final String NOBODY = "";
    private static final Batch NOTHING = new Batch(List.of(), 0);

    /** Some hundred lines, more than the longest one. */
    private static final int MOST_BYTES = 512 * 1024;

    private final String pod;
    private final String living;
    private final Segments segments;
    private final Bookmark bookmark;
    private final Portion portion;
    private final Claim claim;
    private boolean told;
    private Bookmark.@Nullable Position taken;

    /**
     * Lines to ship.
     *
     * @param lines whole ones, none when everything is shipped
     * @param missing how many before them are gone: their file had to make room. At least 1 for those of an earlier process
     */
    record Batch(List<String> lines, long missing) {}

    private Unshipped(String pod, String living, Path folder, Destination destination) {
        this.pod = pod;
        this.living = living;
        this.segments = new Segments(folder, pod);
        this.bookmark = new Bookmark(folder.resolve(pod + ".shipped-" + destination.name()));
        this.claim = new Claim(folder.resolve(pod + ".shipping-" + destination.name()));
        this.portion = destination.portion();
    }

    /**
     * Those of this pod.
     *
     * @param writer id of this process: nobody else adds lines to its own
     */
    static Unshipped ownOf(String pod, String writer, Path folder, Destination destination) {
        return new Unshipped(pod, writer, folder, destination);
    }

    /** Those of a pod that is gone if its claim can be had. */
    static Unshipped leftBy(String pod, Path folder, Destination destination) {
        return new Unshipped(pod, NOBODY, folder, destination);
    }

    /** Whose lines they are. */
    String pod() {
        return pod;
    }

    /** Whether this pod's own lines are ours to ship, from now until {@link #close}. Where nothing can be locked they are, and no others. */
    boolean claim() {
        try {
            return claim.take();
        } catch (IOException e) {
            if (!told) {
                LOG.warnf("audit log: lines of pods that are gone are not shipped, files cannot be locked: %s", e);
            }
            told = true;
            return true;
        }
    }

    /** The next lines; the same ones until they are {@link #shipped}. */
    Batch next() throws IOException {
        Batch seen = look();
        if (claim.isTaken() || seen.lines().isEmpty()) {
            return seen;
        }
        // Whoever had the claim until now may have shipped them.
        boolean ours = living.equals(NOBODY) ? claim.take() : claim();
        return ours ? look() : NOTHING;
    }

    /** Somebody else may ship what is left. */
    @Override
    public void close() throws IOException {
        claim.close();
    }

    private Batch look() throws IOException {
        Bookmark.Position from = bookmark.read();
        List<Path> files = segments.list();
        int at = index(files, from.file());
        boolean gone = at < 0 && !from.file().isEmpty();
        Batch batch = NOTHING;
        for (int i = Math.max(at, 0); i < files.size() && batch.lines().isEmpty(); i++) {
            batch = lines(files.get(i), i == at ? from.offset() : 0, i + 1 < files.size(), from);
        }
        return gone ? new Batch(batch.lines(), missing(from.lastLine(), batch.lines())) : batch;
    }

    /** The last batch is shipped, or never will be. */
    void shipped() throws IOException {
        if (taken != null) {
            bookmark.write(taken);
        }
    }

    private Batch lines(Path file, long offset, boolean closed, Bookmark.Position from) throws IOException {
        String text = text(file, offset);
        int end = text.lastIndexOf('\n') + 1;
        List<String> whole = text.substring(0, end).lines().toList();
        boolean complete = closed || text.length() == MOST_BYTES || !isGrowing(whole);
        List<String> lines = whole.isEmpty() ? whole : whole.subList(0, portion.of(whole, complete));
        long length = lines.stream().mapToLong(line -> line.length() + 1L).sum();
        String last = lines.isEmpty() ? from.lastLine() : lines.getLast();
        taken = new Bookmark.Position(file.getFileName().toString(), offset + length, last);
        return new Batch(lines, 0);
    }

    /** Whoever wrote the last line may write the next one, unless that was another process than the one that lives. */
    private boolean isGrowing(List<String> lines) {
        return !lines.isEmpty()
                && ChainLine.parse(lines.getLast())
                        .filter(last -> last.writer().equals(living))
                        .isPresent();
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
