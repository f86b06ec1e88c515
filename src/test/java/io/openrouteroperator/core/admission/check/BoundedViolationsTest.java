package io.openrouteroperator.core.admission.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openrouteroperator.core.admission.Fix;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundedViolationsTest {
    private final BoundedViolations violations = new BoundedViolations();

    @Test
    void keepsThousandsOfOneKind() {
        add(6_000, Rule.LITERAL_KEY, "public");

        assertThat(violations.isFull()).isTrue();
        assertThat(violations.list()).hasSize(5_000);
    }

    @Test
    void thousandsThatAreWarnedAboutDoNotHideTheOneThatIsEnforced() {
        add(6_000, Rule.LITERAL_KEY, "public");
        add(2, Rule.LITERAL_KEY, "restricted");
        add(2, Rule.LITERAL_KEY, null);
        add(2, Rule.MANAGEMENT_KEY_EXPOSED, null);

        assertThat(violations.list()).hasSize(5_003);
        assertThat(violations.list().subList(5_000, 5_003))
                .extracting(Violation::rule, Violation::classification)
                .containsExactly(
                        tuple(Rule.LITERAL_KEY, "restricted"),
                        tuple(Rule.LITERAL_KEY, null),
                        tuple(Rule.MANAGEMENT_KEY_EXPOSED, null));
    }

    private void add(int count, Rule rule, @Nullable String classification) {
        for (int i = 0; i < count; i++) {
            violations.add(new Violation(rule, "spec.a[" + i + "]", "what", "why", Fix.of("fix"), classification));
        }
    }
}
