package io.openrouteroperator.proof.fleet.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.proof.fleet.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all clients saw until now, as it goes from their process to the harness.
 *
 * @param at milliseconds since 1970
 * @param running clients of pods that are there now
 * @param counts by reader
 * @param refusals the first ones in words, without key material
 */
public record Snapshot(long at, long running, Map<Reader, Counts> counts, List<String> refusals) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Over all readers. */
    public Counts total() {
        return counts.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /** Of one reader. */
    public Counts of(Reader reader) {
        return counts.getOrDefault(reader, Counts.NONE);
    }

    void write(Path file) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            JSON.writeValue(next.toFile(), this);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The latest one in a file; empty before the first. */
    public static Optional<Snapshot> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Snapshot.class)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
