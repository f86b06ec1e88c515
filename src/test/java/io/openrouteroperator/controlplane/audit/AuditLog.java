package io.openrouteroperator.controlplane.audit;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the audit log of a running kube-apiserver, so that tests can say who asked for what since a mark.
 *
 * <p>An entry is written just after its request was answered. Both {@link #mark} and {@link #since} therefore send one
 * request of their own first and wait until it is in the log: what was answered before the call is then there too.
 */
public final class AuditLog {

    private static final String PROBE = "audit-probe-";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Consumer<String> askForNamespace;

    /**
     * @param file the log, one JSON object per line
     * @param askForNamespace sends a harmless request that names the given namespace
     */
    public AuditLog(Path file, Consumer<String> askForNamespace) {
        this.file = file;
        this.askForNamespace = askForNamespace;
    }

    /** A place in the log. */
    public record Mark(long offset) {

        /** The very beginning. */
        public static final Mark START = new Mark(0);
    }

    /** The place behind all that was answered until now, where a line begins: one may be half written. */
    public Mark mark() {
        long before = size();
        settle();
        return new Mark(before + whole(new Mark(before)).length);
    }

    /** All requests answered after the mark, oldest first; the log's own ones are left out. */
    public AuditEntries since(Mark mark) {
        settle();
        try (Stream<String> lines = wholeLines(mark)) {
            return new AuditEntries(lines.filter(line -> !line.contains(PROBE))
                    .map(AuditLog::parse)
                    .filter(AuditEntry::countsOnce)
                    .map(AuditEntry::from)
                    .toList());
        }
    }

    private void settle() {
        String probe = PROBE + UUID.randomUUID();
        long before = size();
        askForNamespace.accept(probe);
        await("the audit log to have " + probe)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    try (Stream<String> lines = wholeLines(new Mark(before))) {
                        return lines.anyMatch(line -> line.contains(probe));
                    }
                });
    }

    private long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> wholeLines(Mark mark) {
        return new String(whole(mark), StandardCharsets.UTF_8).lines();
    }

    /** What stands behind a mark, without a line that is still being written. */
    private byte[] whole(Mark mark) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            byte[] content = new byte[Math.toIntExact(Math.max(0, channel.size() - mark.offset()))];
            channel.position(mark.offset());
            int end = Channels.newInputStream(channel).readNBytes(content, 0, content.length);
            while (end > 0 && content[end - 1] != '\n') {
                end--;
            }
            return Arrays.copyOf(content, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not an audit entry: " + line, e);
        }
    }
}
