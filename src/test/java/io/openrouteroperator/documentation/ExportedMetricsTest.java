package io.openrouteroperator.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.openrouteroperator.admission.AdmissionMetersExample;
import io.openrouteroperator.admission.certificate.CertificateMetersExample;
import io.openrouteroperator.admission.configuration.ConfigurationMetersExample;
import io.openrouteroperator.audit.AuditMetersExample;
import io.openrouteroperator.leak.LeakMetersExample;
import io.openrouteroperator.openrouter.http.CallMetersExample;
import io.openrouteroperator.reconcile.account.AccountMetersExample;
import io.openrouteroperator.reconcile.key.KeyMetersExample;
import io.openrouteroperator.scan.ScanMetersExample;
import io.openrouteroperator.usage.UsageMetersExample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of metrics that alerts and dashboards may ask for is what the registry exports, and the operations page explains each. */
class ExportedMetricsTest {
    private static final Path LIST = Path.of("src/test/alerts/metrics.txt");
    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern METRIC =
            Pattern.compile("\\bopenrouter_(operator|admission|scan|webhook|leaks|foreign|usage|audit)_\\w+");
    private static final Pattern LABEL = Pattern.compile("[{,]([a-z_]+)=\"");

    @Test
    void listIsWhatPrometheusReads() throws IOException {
        List<String> exported = exported();
        if (System.getProperties().containsKey("golden.update")) {
            Files.write(LIST, exported);
        }
        assertThat(Files.readAllLines(LIST))
                .as("renew it with -Dgolden.update=true")
                .isEqualTo(exported);
    }

    @Test
    void operationsPageExplainsEachMetric() throws IOException {
        String page = Files.readString(Path.of("docs/operations.md"));
        assertThat(Files.readAllLines(LIST))
                .map(line -> line.split(" ", -1)[0])
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(page)
                        .containsAnyOf(
                                "`" + metric + "`",
                                "`"
                                        + metric.replace("openrouter_operator_", "")
                                                .replaceFirst("_seconds_max$", "_seconds")
                                        + "`",
                                "`" + metric.replaceFirst("_seconds_max$", "_seconds") + "`"));
    }

    /** The names only; src/test/alerts parses the queries. */
    @Test
    void alertsAndDashboardsAskForListedMetrics() throws IOException {
        List<String> listed = Files.readAllLines(LIST).stream()
                .map(line -> line.split(" ", -1)[0])
                .toList();
        try (Stream<Path> files = Files.walk(Path.of("helm/openrouter-operator/files"))) {
            assertThat(files.filter(file -> file.toString().matches(".*/(alerts[.]yaml|.*[.]json)"))
                            .flatMap(ExportedMetricsTest::metricsIn))
                    .hasSizeGreaterThan(50)
                    .allSatisfy(metric ->
                            assertThat(listed).containsAnyOf(metric, metric.replaceFirst("_(bucket|sum|count)$", "")));
        }
    }

    private static Stream<String> metricsIn(Path file) {
        try {
            return METRIC.matcher(Files.readString(file)).results().map(MatchResult::group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name, type and labels of each metric, a line each; from the registry that Quarkus brings, deprecated as it is. */
    @SuppressWarnings("deprecation")
    private static List<String> exported() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        KeyMetersExample.tell(registry);
        AccountMetersExample.tell(registry);
        CallMetersExample.tell(registry);
        AdmissionMetersExample.tell(registry);
        CertificateMetersExample.tell(registry);
        ConfigurationMetersExample.tell(registry);
        ScanMetersExample.tell(registry);
        LeakMetersExample.tell(registry);
        UsageMetersExample.tell(registry);
        AuditMetersExample.tell(registry);
        Map<String, TreeSet<String>> labels = new TreeMap<>();
        String family = "";
        for (String line : registry.scrape().lines().toList()) {
            var type = TYPE.matcher(line);
            if (type.matches()) {
                family = type.group(1) + " " + type.group(2);
                labels.put(family, new TreeSet<>());
            } else if (!line.startsWith("#")) {
                labels.computeIfAbsent(family, _ -> new TreeSet<>())
                        .addAll(LABEL.matcher(line)
                                .results()
                                .map(label -> label.group(1))
                                .toList());
            }
        }
        return labels.entrySet().stream()
                .map(metric -> (metric.getKey() + " " + String.join(",", metric.getValue())).strip())
                .toList();
    }
}
