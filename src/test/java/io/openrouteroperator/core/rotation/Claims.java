package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Serial.current;
import static io.openrouteroperator.core.rotation.Serial.ours;
import static io.openrouteroperator.core.rotation.Serial.published;
import static io.openrouteroperator.core.rotation.Situation.LIMIT;
import static io.openrouteroperator.core.rotation.Situation.PROOF;
import static io.openrouteroperator.core.rotation.Situation.TERMS;
import static io.openrouteroperator.core.rotation.Situation.empty;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rollout.Consumers;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Instant;

/** What tests of single rules claim, and the terms and situations that several of them start from. */
final class Claims {
    static final KeyTerms OTHER_GUARDRAIL =
            new KeyTerms("main", "w1", "g2", "r2", LIMIT, TERMS.rotation(), false, true);
    static final KeyTerms OTHER_WORKSPACE =
            new KeyTerms("main", "w2", "g2", "r2", LIMIT, TERMS.rotation(), false, true);
    static final KeyTerms OTHER_ACCOUNT =
            new KeyTerms("second", "w1", "g1", "r1", LIMIT, TERMS.rotation(), false, true);

    /** Serial 2 is published, serial 1 lives on beside it until then. */
    static Situation replaced(Instant retireAfter) {
        KeyRecord record =
                published(1).publishing(current(2), PROOF, retireAfter).rolledOut(Situation.NOW);
        return empty().record(record).secret(ours(2)).remote(1, 2);
    }

    /** Serial 2 was published a day ago, serial 1 lives on, and these are who reads the Secret. */
    static Situation rollingOut(Consumers consumers) {
        return rollingOut(consumers, Situation.NOW.plusSeconds(60));
    }

    /** The same, with the end of the overlap of serial 1. */
    static Situation rollingOut(Consumers consumers, Instant retireAfter) {
        return empty().record(published(1).publishing(current(2), PROOF, retireAfter))
                .secret(ours(2))
                .remote(1, 2)
                .consumers(consumers);
    }

    private Claims() {}

    /** The usual terms with another rotation. */
    static KeyTerms rotating(RotationTerms rotation) {
        return new KeyTerms("main", "w1", "g1", "r1", LIMIT, rotation, false, true);
    }

    /** What is written to the status next. */
    static KeyDecision.Remember remembered(Situation situation) {
        KeyDecision next = situation.next();
        assertThat(next).isInstanceOf(KeyDecision.Remember.class);
        return (KeyDecision.Remember) next;
    }

    static void assertRests(Situation situation, Verdict verdict, Reason reason) {
        assertThat(situation.next()).isInstanceOfSatisfying(KeyDecision.Rest.class, rest -> {
            assertThat(rest.standing().verdict()).isEqualTo(verdict);
            assertThat(rest.standing().reason()).isEqualTo(reason);
        });
    }

    static void assertRemembers(Situation situation, KeyRecord record) {
        assertThat(situation.next())
                .isInstanceOfSatisfying(
                        KeyDecision.Remember.class,
                        remember -> assertThat(remember.record()).isEqualTo(record));
    }

    static void assertIntends(Situation situation, int serial) {
        assertThat(situation.next())
                .isInstanceOfSatisfying(
                        KeyDecision.Remember.class,
                        remember -> assertThat(remember.record().pending())
                                .satisfies(pending -> assertThat(pending == null ? 0 : pending.serial())
                                        .isEqualTo(serial)));
    }

    static Object deleted(KeyDecision decision) {
        return decision instanceof KeyDecision.Delete delete ? delete.hash() : decision;
    }

    static Object verdict(KeyDecision decision) {
        return decision instanceof KeyDecision.Rest(Standing standing) ? standing.verdict() : decision;
    }
}
