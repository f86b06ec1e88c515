package io.openrouteroperator.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.compliance.snapshot.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A saved snapshot: a line that says what follows, one reduced object per line, and a line that closes it with time, gaps and a SHA-256
 * over the objects, so that one that was cut or changed is told from one that is whole.
 */
public final class SnapshotFile {
    private static final String VERSION = "evidence.openrouter-operator.io/v1";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private SnapshotFile() {}

    /**
     * What the closing line says.
     *
     * @param namespace the only one that was read, null for all
     */
    public record Closing(Instant takenAt, @Nullable String namespace) {}

    /** A file that is no whole snapshot; the message is for people. */
    public static final class BrokenSnapshotException extends IOException {
        private static final long serialVersionUID = 1L;

        /** The problem, as the end of a sentence. */
        public BrokenSnapshotException(String problem) {
            super(problem);
        }
    }

    /** The first line. */
    public static String opening() {
        return line("Snapshot") + "\n";
    }

    /** Whether a file that begins with this line is a saved snapshot. */
    public static boolean opensWith(@Nullable String firstLine) {
        return firstLine != null && firstLine.equals(line("Snapshot").toString());
    }

    /** Writes the last line. */
    public static void close(Writer out, Snapshot snapshot, String digest, @Nullable String namespace)
            throws IOException {
        ObjectNode closing = line("SnapshotEnd")
                .put("takenAt", snapshot.takenAt().toString())
                .put("namespace", namespace)
                .put("sha256", digest);
        ObjectNode gaps = closing.putObject("gaps");
        snapshot.gaps().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(gap -> gaps.put(gap.getKey().name(), gap.getValue()));
        out.write(closing + "\n");
    }

    /** Hands over the objects of a file whose first line was read already. */
    public static Closing read(BufferedReader lines, SnapshotBuilder builder) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode object = parsed(line);
            if (object.path("kind").asText().equals("SnapshotEnd")
                    && object.path("apiVersion").asText().equals(VERSION)) {
                return closing(object, builder);
            }
            builder.add(object);
        }
        throw new BrokenSnapshotException("it ends before its last line; save the snapshot again");
    }

    private static Closing closing(JsonNode end, SnapshotBuilder builder) throws BrokenSnapshotException {
        if (!end.path("sha256").asText().equals(builder.digest())) {
            throw new BrokenSnapshotException("its objects were changed since it was saved");
        }
        try {
            end.path("gaps")
                    .properties()
                    .forEach(gap -> builder.gap(
                            Source.valueOf(gap.getKey()), gap.getValue().asText()));
            String namespace = end.path("namespace").asText("");
            return new Closing(Instant.parse(end.path("takenAt").asText()), namespace.isEmpty() ? null : namespace);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new BrokenSnapshotException("its last line is not one that this version writes");
        }
    }

    private static JsonNode parsed(String line) throws BrokenSnapshotException {
        try {
            JsonNode object = JSON.readTree(line);
            if (object != null && object.isObject()) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new BrokenSnapshotException("a line of it is no JSON");
        }
        throw new BrokenSnapshotException("a line of it is no object");
    }

    private static ObjectNode line(String kind) {
        return JsonNodeFactory.instance.objectNode().put("apiVersion", VERSION).put("kind", kind);
    }
}
