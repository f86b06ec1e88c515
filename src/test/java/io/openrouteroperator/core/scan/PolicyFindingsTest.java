package io.openrouteroperator.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.admission.GoverningPolicy;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.condition.ConditionValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a policy's condition says of its namespaces. */
class PolicyFindingsTest {
    private static final List<GoverningPolicy> CORPORATE =
            List.of(new GoverningPolicy("corporate", EnforcementMode.ENFORCE, Map.of(), List.of(), List.of()));

    @Test
    void namesTheWorstNamespacesFirst() {
        assertThat(describe(Map.of("billing", 1, "shop", 3)))
                .isEqualTo("False/FindingsPresent: 4 findings in existing objects: shop (3), billing (1)");
    }

    @Test
    void saysThatAllIsWellOnlyWhenAllWasSeen() {
        assertThat(describe(Map.of("billing", 0, "shop", 0)))
                .isEqualTo("True/NoFindings: nothing in 2 namespaces breaks a rule");
        assertThat(describe(Map.of("billing", 0, "shop", -1)))
                .isEqualTo("Unknown/NotScanned: 1 of 2 namespaces have not been scanned: shop");
        assertThat(describe(Map.of("billing", 2, "shop", -1))).startsWith("False/FindingsPresent");
    }

    @Test
    void whatIsExemptedDoesNotCount() {
        NamespaceOutcome skipped = outcome("shop", FindingResult.SKIP, 5);
        ConditionValue condition = condition(Map.of("shop", CORPORATE), Map.of("shop", skipped));
        assertThat(condition.status()).isEqualTo(ConditionValue.Status.TRUE);
    }

    /** Findings by namespace; -1 for one that was not scanned. */
    private static String describe(Map<String, Integer> counts) {
        Map<String, List<GoverningPolicy>> governed = new HashMap<>();
        Map<String, NamespaceOutcome> known = new HashMap<>();
        counts.forEach((namespace, count) -> {
            governed.put(namespace, CORPORATE);
            if (count >= 0) {
                known.put(namespace, outcome(namespace, FindingResult.FAIL, count));
            }
        });
        ConditionValue condition = condition(governed, known);
        return "%s/%s: %s"
                .formatted(condition.status().text(), condition.reason().text(), condition.message());
    }

    private static ConditionValue condition(
            Map<String, List<GoverningPolicy>> governed, Map<String, NamespaceOutcome> known) {
        return Objects.requireNonNull(PolicyFindings.byPolicy(governed, known).get("corporate"))
                .condition();
    }

    private static NamespaceOutcome outcome(String namespace, FindingResult result, int count) {
        Map<FindingKind, Integer> counts =
                count == 0 ? Map.of() : Map.of(new FindingKind(Rule.LITERAL_KEY, result), count);
        return new NamespaceOutcome(namespace, Instant.EPOCH, CORPORATE, 0, List.of(), counts);
    }
}
