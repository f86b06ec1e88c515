package io.openrouteroperator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Prometheus reads from the installed operator about a key and its account. */
@ExtendWith(InstallationExtension.class)
class MetricsIT {
    private final Installation installation;
    private final Tenant tenant;

    MetricsIT(Installation installation) {
        this.installation = installation;
        this.tenant = Tenant.create(installation, "metrics", Tenant.INTERNAL);
    }

    @AfterEach
    void leave() {
        tenant.close();
    }

    @Test
    void tellsOfKeyWhileItsObjectLives() {
        // Given
        tenant.requestKey("service", "classification: internal");
        tenant.awaitPublished("service");

        // When
        tenant.await("the key is told of", () -> "1.0".equals(value("key_ready", key())));

        // Then
        assertThat(Double.parseDouble(value("key_expiry_timestamp_seconds", key())))
                .isGreaterThan(Double.parseDouble(value("key_next_rotation_timestamp_seconds", key())));
        assertThat(value("account_reachable", "account=\"%s\"".formatted(tenant.name())))
                .isEqualTo("1.0");
        assertThat(installation.operator().operator().metrics())
                .contains("openrouter_operator_keys_created_total")
                .contains("openrouter_operator_keys{phase=\"RESTING\"")
                .doesNotContain("sk-or-")
                .doesNotContain(tenant.remoteOf("service").orElseThrow().hash());
        tenant.client()
                .resources(OpenRouterKey.class)
                .inNamespace(tenant.name())
                .withName("service")
                .delete();
        tenant.await("the series are gone", () -> lines("key_ready", key()).isEmpty());
    }

    @Test
    void exportsNothingThatIsNotListed() throws IOException {
        tenant.requestKey("service", "classification: internal");
        tenant.awaitPublished("service");

        List<String> listed = Files.readAllLines(Path.of("src/test/alerts/metrics.txt"));
        assertThat(installation.operator().operator().metrics().lines())
                .filteredOn(line -> line.startsWith("# TYPE openrouter_"))
                .isNotEmpty()
                .map(line -> withoutSuffix(line.substring("# TYPE ".length()) + " "))
                .allSatisfy(type -> assertThat(listed)
                        .anyMatch(metric -> withoutSuffix(metric + " ").startsWith(type)));
    }

    /** Whether a counter's type is told with its suffix depends on the format that is asked for. */
    private static String withoutSuffix(String type) {
        return type.replace("_total counter ", " counter ");
    }

    private String key() {
        return "name=\"service\",namespace=\"%s\"".formatted(tenant.name());
    }

    private String value(String metric, String labels) {
        return lines(metric, labels).stream()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElse("");
    }

    private List<String> lines(String metric, String labels) {
        return installation
                .operator()
                .operator()
                .metrics()
                .lines()
                .filter(line -> line.startsWith("openrouter_operator_" + metric + "{") && line.contains(labels))
                .toList();
    }
}
