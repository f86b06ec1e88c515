package io.openrouteroperator.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openrouteroperator.core.compliance.snapshot.PublishedLog;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads what the audit log publishes: entries with PEM blocks are public keys, lines of JSON are checkpoints. */
final class PublishedLogReader {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private PublishedLogReader() {}

    static PublishedLog log(JsonNode configMap) {
        List<String> keys = new ArrayList<>();
        List<String> checkpoints = new ArrayList<>();
        configMap.path("data").properties().forEach(entry -> {
            String text = entry.getValue().asText();
            if (text.contains("-----BEGIN PUBLIC KEY-----")) {
                keys.add(text);
            } else {
                text.lines().filter(line -> line.startsWith("{")).forEach(checkpoints::add);
            }
        });
        return new PublishedLog(
                keys,
                checkpoints,
                checkpoints.stream()
                        .map(PublishedLogReader::time)
                        .flatMap(Optional::stream)
                        .max(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static Optional<Instant> time(String checkpoint) {
        try {
            String time = Objects.requireNonNull(JSON.readTree(checkpoint))
                    .path("time")
                    .asText();
            return Optional.of(Instant.parse(time));
        } catch (JsonProcessingException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
