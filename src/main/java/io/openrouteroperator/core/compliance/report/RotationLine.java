package io.openrouteroperator.core.compliance.report;

import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event in the life of a key that its status still remembers; the audit log has all of them.
 *
 * @param event published, superseded or retired
 */
public record RotationLine(String service, int serial, String event, Instant at) {
    /** The events of all keys, the youngest first. */
    static List<RotationLine> of(Snapshot snapshot) {
        return snapshot.keys().stream()
                .flatMap(RotationLine::of)
                .sorted(Comparator.comparing(RotationLine::at)
                        .reversed()
                        .thenComparing(RotationLine::service)
                        .thenComparingInt(RotationLine::serial))
                .toList();
    }

    private static Stream<RotationLine> of(ObservedKey key) {
        String service = key.name().toString();
        Stream<RotationLine> current = key.current() == null
                ? Stream.empty()
                : line(
                        service,
                        key.current().serial(),
                        "published",
                        key.current().publishedAt());
        return Stream.concat(
                current,
                key.previous().stream()
                        .flatMap(earlier -> Stream.concat(
                                line(service, earlier.serial(), "superseded", earlier.supersededAt()),
                                line(service, earlier.serial(), "retired", earlier.retiredAt()))));
    }

    private static Stream<RotationLine> line(String service, int serial, String event, @Nullable Instant at) {
        return Stream.ofNullable(at)
                .map(Objects::requireNonNull)
                .map(time -> new RotationLine(service, serial, event, time));
    }
}
