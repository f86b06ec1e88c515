package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.OTHER_GUARDRAIL;
import static io.openrouteroperator.core.rotation.Claims.OTHER_WORKSPACE;
import static io.openrouteroperator.core.rotation.Claims.assertIntends;
import static io.openrouteroperator.core.rotation.Claims.deleted;
import static io.openrouteroperator.core.rotation.Serial.broughtUp;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.key;
import static io.openrouteroperator.core.rotation.Serial.nonce;
import static io.openrouteroperator.core.rotation.Serial.ours;
import static io.openrouteroperator.core.rotation.Situation.LIMIT;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.TERMS;
import static io.openrouteroperator.core.rotation.Situation.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a naked key to a published one, whatever others do to it meanwhile. */
class PendingRulesTest {
    @Test
    void guardrailChangedAfterGuardingIsBoundAgain() {
        InFlight.Held held = Serial.naked(1).withGuardrail("g1");
        assertThat(pending().terms(OTHER_GUARDRAIL).holding(held).next()).isEqualTo(new KeyDecision.Guard(held, "g2"));
    }

    @Test
    void guardrailChangedAfterProvingIsBoundAndProvenAgain() {
        assertThat(pending().terms(OTHER_GUARDRAIL).holding(broughtUp(1)).next())
                .isEqualTo(new KeyDecision.Guard(broughtUp(1), "g2"));
        assertThat(broughtUp(1).withGuardrail("g2").proof()).isNull();
    }

    @Test
    void rulesChangedAfterProvingAreProvenAgain() {
        KeyTerms revised = new KeyTerms("main", "w1", "g1", "r2", LIMIT, TERMS.rotation(), false, true);
        assertThat(pending().terms(revised).holding(broughtUp(1)).next())
                .isEqualTo(new KeyDecision.Prove(broughtUp(1), revised));
    }

    @Test
    void limitChangedAfterFundingIsFundedAgain() {
        SpendLimit lower = new SpendLimit(BigDecimal.ONE, ResetInterval.MONTHLY);
        KeyTerms terms = new KeyTerms("main", "w1", "g1", "r1", lower, TERMS.rotation(), false, true);
        assertThat(pending().terms(terms).holding(broughtUp(1)).next())
                .isEqualTo(new KeyDecision.Fund(broughtUp(1), lower));
    }

    @Test
    void guardrailRemovedByHandBeforePublishingIsBoundAgain() {
        for (InFlight.Held held : List.of(Serial.naked(1).withGuardrail("g1"), broughtUp(1))) {
            assertThat(pending().holding(held).remote(key(1), null).next())
                    .isEqualTo(new KeyDecision.Guard(held, "g1"));
        }
    }

    @Test
    void keyDeletedByHandBeforePublishingIsGivenUp() {
        assertIntends(pending().holding(broughtUp(1)).gone(1), 2);
    }

    @Test
    void keyDeletedByHandAfterPublishingIsNotPublishedForEver() {
        assertIntends(pending().holding(broughtUp(1)).secret(ours(1)).gone(1), 2);
    }

    @Test
    void keyDisabledByHandBeforePublishingIsThrownAway() {
        assertThat(deleted(pending()
                        .holding(broughtUp(1))
                        .remote(Serial.disabled(1), "g1")
                        .next()))
                .isEqualTo(hash(1));
    }

    @Test
    void keyInAWorkspaceTheClassLeftIsThrownAway() {
        assertThat(deleted(
                        pending().terms(OTHER_WORKSPACE).holding(broughtUp(1)).next()))
                .isEqualTo(hash(1));
    }

    @Test
    void keyRenamedBetweenPublishingAndRecordingIsRecordedAllTheSame() {
        RemoteKey renamed = key(1, "mine", false, LIMIT, "w1", NOW);
        KeyDecision next = pending()
                .holding(broughtUp(1))
                .secret(ours(1))
                .remote(renamed, "g1")
                .next();
        assertThat(next)
                .isInstanceOfSatisfying(
                        KeyDecision.Remember.class,
                        remember -> assertThat(remember.record().current()).isNotNull());
    }

    @Test
    void recoveryNeverDeletesWhatTheSecretPublishes() {
        InFlight found = new InFlight.Searched(nonce(1), List.of(key(1)));
        assertIntends(pending().holding(found).secret(ours(1)), 2);
    }
}
