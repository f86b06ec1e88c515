package io.openrouteroperator.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.OpenRouterActivity;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.policy.compile.Catalogue;
import io.openrouteroperator.core.usage.AllowedRevision;
import io.openrouteroperator.core.usage.KeyOwner;
import io.openrouteroperator.core.usage.NamespaceFindings;
import io.openrouteroperator.core.usage.ObservedAccount;
import io.openrouteroperator.core.usage.Permitted;
import io.openrouteroperator.core.usage.PolicyHistory;
import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.ServiceKeys;
import io.openrouteroperator.core.usage.UsagePeriod;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two thousand keys that used three models of two providers on each of thirty days; twenty of them were served by a third one. */
class UsageScaleTest {
    private static final int KEYS = 2_000;
    private static final Instant NOW = Instant.parse("2026-11-28T05:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final int STRAYING = 20;
    private static final List<String> PROVIDERS = List.of("OpenAI", "Azure", "Chutes");

    @Test
    void judgesALargeAccountInLittleTime() {
        List<ServiceKeys> services = IntStream.range(0, KEYS)
                .mapToObj(i -> new ServiceKeys(
                        new KeyOwner(
                                "production", "team-" + i % 100, "service-" + i, "uid-" + i, "corporate", "internal"),
                        NOW,
                        List.of(hash(i)),
                        List.of()))
                .toList();
        Catalogue catalogue = Catalogue.withoutEndpoints(
                PROVIDERS.stream()
                        .map(name -> new Provider(name.toLowerCase(Locale.ROOT), name, "US", null))
                        .toList(),
                List.of(),
                List.of());
        PolicyHistory history = PolicyHistory.none()
                .with(new AllowedRevision(
                        NOW.minus(Duration.ofDays(60)),
                        "rules",
                        Permitted.only(Set.of("openai", "azure")),
                        Permitted.everything(),
                        false,
                        new TreeMap<>()));
        AccountPass pass = new AccountPass(
                new ObservedAccount("production", new ManyKeys(), new FakeAnalytics(), catalogue, services, List.of()),
                new UsagePeriod(NOW, 30),
                (_, _) -> history);
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long begin = processor.getCurrentThreadCpuTime();

        AccountPass.Result result = pass.run(RememberedKeys.none());

        assertThat(result.findings()).containsOnlyKeys("team-0").hasEntrySatisfying("team-0", found -> {
            assertThat(found.violations()).isEqualTo(STRAYING * 30 * 3);
            assertThat(found.listed()).hasSize(NamespaceFindings.MOST_LISTED);
        });
        assertThat(result.summary().unexplained()).isZero();
        assertThat(Duration.ofNanos(processor.getCurrentThreadCpuTime() - begin))
                .isLessThan(Duration.ofSeconds(5));
    }

    private static final class ManyKeys implements OpenRouterActivity {
        private final Set<KeyHash> straying =
                IntStream.range(0, STRAYING).mapToObj(i -> hash(i * 100)).collect(Collectors.toSet());

        @Override
        public List<ActivityRow> activity() {
            List<ActivityRow> rows = rows(KEYS, PROVIDERS.subList(0, 2));
            rows.addAll(rows(STRAYING, PROVIDERS.subList(2, 3)));
            return rows;
        }

        @Override
        public List<ActivityRow> activity(KeyHash key) {
            return rows(1, straying.contains(key) ? PROVIDERS : PROVIDERS.subList(0, 2));
        }

        private static List<ActivityRow> rows(long requests, List<String> providers) {
            List<ActivityRow> rows = new ArrayList<>();
            for (int day = 1; day <= 30; day++) {
                for (int model = 0; model < 3; model++) {
                    for (String provider : providers) {
                        rows.add(new ActivityRow(
                                TODAY.minusDays(day),
                                "author/model-" + model,
                                "author/model-" + model,
                                provider,
                                requests,
                                BigDecimal.ONE,
                                BigDecimal.ZERO));
                    }
                }
            }
            return rows;
        }
    }

    private static KeyHash hash(int key) {
        return SecretValue.of("key-" + key).hash();
    }
}
