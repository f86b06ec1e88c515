package io.openrouteroperator.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Files of a volume, each an eighth of what all of them may take; of a full log the oldest file goes. A line that a crash tore is cut
 * off before the next one is written: it is no entry, and the chain that follows tells where it goes on.
 */
public final class LogFile implements LineSink {
    private static final Logger LOG = Logger.getLogger(LogFile.class);
    private static final int FILES = 8;

    private final Segments segments;
    private final long longest;
    private @Nullable FileChannel channel;

    /**
     * Files of one pod; several may share the folder.
     *
     * @param mostBytes of all files together
     */
    public LogFile(Path folder, String pod, long mostBytes) {
        this.segments = new Segments(folder, pod);
        this.longest = Math.max(1, mostBytes / FILES);
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public void write(String line) throws IOException {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            FileChannel to = withRoomFor(bytes.length);
            while (buffer.hasRemaining()) {
                to.write(buffer);
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public Optional<String> lastLine() {
        try {
            for (Path file : segments.list().reversed()) {
                try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ)) {
                    Optional<String> last = Tail.of(from).lastLine();
                    if (last.isPresent()) {
                        return last;
                    }
                }
            }
        } catch (IOException e) {
            LOG.warnf("audit log: files of an earlier process cannot be read: %s", e.getMessage());
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.warnf("audit log: a file was not closed well: %s", e.getMessage());
        }
        channel = null;
    }

    private FileChannel withRoomFor(int bytes) throws IOException {
        FileChannel open = channel == null ? append(segments.current()) : channel;
        if (open.position() > 0 && open.position() + bytes > longest) {
            open.close();
            open = append(segments.next());
            for (Path old : segments.olderThan(FILES)) {
                Files.delete(old);
                LOG.infof("audit log: %s was deleted, to make room", old);
            }
        }
        channel = open;
        return open;
    }

    private static FileChannel append(Path file) throws IOException {
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        long whole = Tail.of(opened).end();
        opened.truncate(whole);
        opened.position(whole);
        return opened;
    }
}
