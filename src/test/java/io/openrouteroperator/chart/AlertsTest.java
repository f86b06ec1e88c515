package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alert rules ask for metrics that exist, and lead to a page that says what to do. Whether they fire is asked in src/test/alerts. */
class AlertsTest {
    private static final Path RULES = Path.of("helm/openrouter-operator/files/alerts.yaml");

    @Test
    void rulesAskForMetricsThatTheOperatorHas() throws IOException {
        String sources = sources("reconcile").replace("openrouter.operator.", "");

        assertThat(found("openrouter_operator_([a-z_]+)"))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(sources)
                        .contains(
                                "\"" + metric.replace("_timestamp_seconds", "").replace('_', '.')));
    }

    @Test
    void rulesAskForMetricsThatTheWebhookHas() throws IOException {
        String sources = sources("admission");

        assertThat(found("(openrouter_(?:admission|webhook)_[a-z_]+)"))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(sources)
                        .contains("\"" + metric.replaceFirst("_total$", "").replace('_', '.') + "\""));
    }

    @Test
    void everyAlertHasRunbook() throws IOException {
        String operations = Files.readString(Path.of("docs/operations.md"));
        List<String> alerts = found("- alert: (\\w+)");

        assertThat(alerts)
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(operations).contains("\n### " + alert + "\n"));
        assertThat(found("runbook_url: docs/operations.md#(\\w+)"))
                .isEqualTo(alerts.stream()
                        .map(alert -> alert.toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static List<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(RULES))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** Names stand in the sources as the registry takes them. */
    private static String sources(String edge) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/openrouteroperator", edge))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(AlertsTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
