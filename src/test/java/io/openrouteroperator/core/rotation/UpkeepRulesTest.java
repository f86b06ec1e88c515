package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.OTHER_WORKSPACE;
import static io.openrouteroperator.core.rotation.Claims.assertIntends;
import static io.openrouteroperator.core.rotation.Claims.replaced;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.intent;
import static io.openrouteroperator.core.rotation.Serial.key;
import static io.openrouteroperator.core.rotation.Serial.name;
import static io.openrouteroperator.core.rotation.Serial.published;
import static io.openrouteroperator.core.rotation.Situation.LIMIT;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.atRest;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What others changed by hand is put back. */
class UpkeepRulesTest {
    @Test
    void guardrailMovedOrRemovedByHandIsBoundAgain() {
        for (Situation drifted : List.of(atRest().remote(key(1), null), atRest().remote(key(1), "g9"))) {
            assertThat(drifted.next())
                    .isInstanceOfSatisfying(
                            KeyDecision.Reassign.class,
                            reassign -> assertThat(reassign.guardrailId()).isEqualTo("g1"));
        }
    }

    @Test
    void earlierKeysKeepTheirGuardrailToo() {
        assertThat(replaced(NOW.plusSeconds(60)).remote(key(1), null).next()).isInstanceOf(KeyDecision.Reassign.class);
    }

    @Test
    void guardrailIsBoundAgainEvenWhileAnotherKeyIsBeingMade() {
        KeyDecision next = atRest().record(published(1).intending("main", intent(2)))
                .remote(key(1), null)
                .next();
        assertThat(next).isInstanceOf(KeyDecision.Reassign.class);
    }

    @Test
    void guardrailOfAnotherWorkspaceIsNotBound() {
        assertIntends(atRest().terms(OTHER_WORKSPACE).remote(key(1), null), 2);
    }

    @Test
    void limitChangedByHandIsPutBack() {
        RemoteKey richer =
                key(1, name(1), false, new SpendLimit(new BigDecimal("999"), ResetInterval.MONTHLY), "w1", NOW);
        assertThat(atRest().remote(richer, "g1").next())
                .isEqualTo(new KeyDecision.Change(
                        hash(1),
                        new KeyChange.SetLimit(LIMIT),
                        Urgency.TIDY,
                        Reason.KEY_DRIFT,
                        "the limit was not the one asked for"));
    }

    @Test
    void nameChangedByHandIsPutBack() {
        RemoteKey renamed = key(1, "mine", false, LIMIT, "w1", NOW);
        assertThat(atRest().remote(renamed, "g1").next()).isInstanceOfSatisfying(KeyDecision.Change.class, change -> {
            assertThat(change.change()).isInstanceOf(KeyChange.Rename.class);
            assertThat(change.urgency()).isEqualTo(Urgency.TIDY);
        });
    }

    @Test
    void damagedEntriesAreWrittenAgainAroundTheValue() {
        assertThat(atRest().secret(new SecretState.Ours(hash(1), 1, false, null, null))
                        .next())
                .isEqualTo(new KeyDecision.Rewrite(hash(1), 1));
    }
}
