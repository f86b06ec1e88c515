package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Alert rules lead to a page that says what to do. Whether they ask for metrics that exist, and fire, is asked in src/test/alerts. */
class AlertsTest {
    private static final Path RULES = Path.of("helm/openrouter-operator/files/alerts.yaml");

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
}
