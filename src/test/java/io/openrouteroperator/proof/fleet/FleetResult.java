package io.openrouteroperator.proof.fleet;

import io.openrouteroperator.proof.fleet.client.Counts;
import io.openrouteroperator.proof.fleet.client.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What became of a fleet.
 *
 * @param services all of them
 * @param durations of the rotations of each service
 * @param seen by the clients
 * @param violations everything that is not as it must be, besides refused calls
 * @param orphans keys at OpenRouter that no service has
 */
record FleetResult(
        List<Service> services,
        Map<Service, List<Duration>> durations,
        Snapshot seen,
        List<String> violations,
        int orphans) {
    private static final String ROW = "%-15s %8s %6s %9s %9s %11s %5s %5s %8s %8s%n";

    /** Whether every rotation took place and no service noticed. */
    boolean holds() {
        return violations.isEmpty() && orphans == 0 && seen.total().refused() == 0;
    }

    int rotations() {
        return durations.values().stream().mapToInt(List::size).sum();
    }

    /** For people. */
    String table() {
        StringBuilder table = new StringBuilder(ROW.formatted(
                "reader", "services", "pods", "rotations", "calls", "failed_auth", "late", "other", "p50_s", "p99_s"));
        for (Reader reader : Reader.values()) {
            List<Service> readers =
                    services.stream().filter(each -> each.reader() == reader).toList();
            table.append(row(reader.text(), readers, seen.of(reader)));
        }
        table.append(row("all", services, seen.total()));
        seen.refusals().forEach(words -> table.append("! ").append(words).append('\n'));
        violations.forEach(words -> table.append("! ").append(words).append('\n'));
        return table.toString();
    }

    /** The closing line. */
    String line() {
        return "prove-fleet: services=%d rotations=%d calls=%d failed_auth=%d orphans=%d key_material=%d"
                .formatted(
                        services.size(),
                        rotations(),
                        seen.total().calls(),
                        seen.total().refused(),
                        orphans,
                        violations.stream()
                                .filter(words -> words.startsWith("P:"))
                                .count());
    }

    private String row(String name, List<Service> readers, Counts counts) {
        List<Duration> sorted = readers.stream()
                .flatMap(service -> durations.getOrDefault(service, List.of()).stream())
                .sorted()
                .toList();
        return ROW.formatted(
                name,
                readers.size(),
                counts.pods(),
                sorted.size(),
                counts.calls(),
                counts.refused(),
                counts.late(),
                counts.other(),
                seconds(sorted, 50),
                seconds(sorted, 99));
    }

    private static String seconds(List<Duration> sorted, int percent) {
        if (sorted.isEmpty()) {
            return "-";
        }
        List<Duration> values = new ArrayList<>(sorted);
        int index = Math.min(values.size() - 1, values.size() * percent / 100);
        return "%.1f".formatted(values.get(index).toMillis() / 1000.0);
    }
}
