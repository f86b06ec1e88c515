package io.openrouteroperator.core.policy;

import static io.openrouteroperator.core.policy.LabelRequirement.Operator.DOES_NOT_EXIST;
import static io.openrouteroperator.core.policy.LabelRequirement.Operator.EXISTS;
import static io.openrouteroperator.core.policy.LabelRequirement.Operator.IN;
import static io.openrouteroperator.core.policy.LabelRequirement.Operator.NOT_IN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelMatcherTest {
    private static final Map<String, String> LABELS = Map.of("tier", "confidential", "team", "payments");

    @Test
    void matchesEverythingWhenEmpty() {
        assertThat(LabelMatcher.everything().matches(LABELS)).isTrue();
        assertThat(LabelMatcher.everything().matches(Map.of())).isTrue();
    }

    @Test
    void wantsEveryLabelWithItsValue() {
        assertThat(LabelMatcher.label("tier", "confidential").matches(LABELS)).isTrue();
        assertThat(LabelMatcher.label("tier", "public").matches(LABELS)).isFalse();
        assertThat(LabelMatcher.label("other", "confidential").matches(LABELS)).isFalse();
    }

    @Test
    void comparesAsKubernetesDoes() {
        assertThat(new LabelRequirement("tier", IN, Set.of("public", "confidential")).matches(LABELS))
                .isTrue();
        assertThat(new LabelRequirement("tier", IN, Set.of("public")).matches(LABELS))
                .isFalse();
        assertThat(new LabelRequirement("other", IN, Set.of("public")).matches(LABELS))
                .isFalse();
        assertThat(new LabelRequirement("tier", NOT_IN, Set.of("public")).matches(LABELS))
                .isTrue();
        assertThat(new LabelRequirement("tier", NOT_IN, Set.of("confidential")).matches(LABELS))
                .isFalse();
        assertThat(new LabelRequirement("other", NOT_IN, Set.of("public")).matches(LABELS))
                .isTrue();
        assertThat(new LabelRequirement("tier", EXISTS, Set.of()).matches(LABELS))
                .isTrue();
        assertThat(new LabelRequirement("other", EXISTS, Set.of()).matches(LABELS))
                .isFalse();
        assertThat(new LabelRequirement("tier", DOES_NOT_EXIST, Set.of()).matches(LABELS))
                .isFalse();
        assertThat(new LabelRequirement("other", DOES_NOT_EXIST, Set.of()).matches(LABELS))
                .isTrue();
    }

    @Test
    void wantsLabelsAndRequirementsTogether() {
        var requirement = new LabelRequirement("team", NOT_IN, Set.of("payments"));

        assertThat(new LabelMatcher(Map.of("tier", "confidential"), List.of(requirement)).matches(LABELS))
                .isFalse();
    }
}
