package io.openrouteroperator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import io.openrouteroperator.core.condition.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionListTest {
    private static final Instant BEFORE = Instant.parse("2026-11-28T10:00:00Z");
    private static final Instant NOW = BEFORE.plusSeconds(60);
    private static final ConditionValue READY =
            ConditionValue.holds(ConditionType.READY, Reason.CONNECTED, "connected");
    private static final ConditionValue CONFORMS =
            ConditionValue.holds(ConditionType.USAGE_CONFORMS, Reason.NO_FINDINGS, "nothing found");

    private final List<Condition> before = ConditionList.merge(List.of(), List.of(READY, CONFORMS), 1, BEFORE);

    @Test
    void whatIsNotWantedGoesUnlessItIsKept() {
        assertThat(ConditionList.merge(before, List.of(READY), 1, NOW)).containsExactly(before.getFirst());
        assertThat(ConditionList.merge(before, List.of(READY), Set.of(ConditionType.USAGE_CONFORMS), 1, NOW))
                .isEqualTo(before);
    }

    @Test
    void whatIsWantedTakesThePlaceOfWhatWouldBeKept() {
        ConditionValue found = ConditionValue.fails(ConditionType.USAGE_CONFORMS, Reason.FINDINGS_PRESENT, "one");

        assertThat(ConditionList.merge(before, List.of(READY, found), Set.of(ConditionType.USAGE_CONFORMS), 1, NOW))
                .extracting(Condition::getMessage)
                .containsExactly("connected", "one");
    }
}
