package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Claims.deleted;
import static io.openrouteroperator.core.rotation.Claims.verdict;
import static io.openrouteroperator.core.rotation.Serial.broughtUp;
import static io.openrouteroperator.core.rotation.Serial.current;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.intent;
import static io.openrouteroperator.core.rotation.Serial.key;
import static io.openrouteroperator.core.rotation.Serial.naked;
import static io.openrouteroperator.core.rotation.Serial.nonce;
import static io.openrouteroperator.core.rotation.Serial.ours;
import static io.openrouteroperator.core.rotation.Serial.published;
import static io.openrouteroperator.core.rotation.Situation.LIMIT;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.PROOF;
import static io.openrouteroperator.core.rotation.Situation.TERMS;
import static io.openrouteroperator.core.rotation.Situation.atRest;
import static io.openrouteroperator.core.rotation.Situation.empty;
import static io.openrouteroperator.core.rotation.Situation.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The table of design section 3: each step in a process that lives on, and what a new process does that finds its traces. */
class CrashPointsTest {
    @Test
    void firstItRecordsWhatItIsAboutToMake() {
        KeyDecision next = empty().next();

        assertThat(next).isInstanceOfSatisfying(KeyDecision.Remember.class, remember -> {
            assertThat(remember.record().pending()).isNotNull();
            assertThat(remember.record().account()).isEqualTo("main");
            assertThat(remember.record().lastSerial()).isEqualTo(1);
        });
    }

    @Test
    void intentIsFollowedByOneCreateWithNoMoneyAndAnEnd() {
        KeyDecision next = pending().holding(new InFlight.Untouched(nonce(1))).next();

        assertThat(next).isInstanceOfSatisfying(KeyDecision.Create.class, create -> {
            assertThat(create.request().name()).isEqualTo(intent(1).keyName());
            assertThat(create.request().limit()).isEqualTo(SpendLimit.nothing(LIMIT.reset()));
            assertThat(create.request().expiresAt())
                    .isEqualTo(NOW.plus(TERMS.rotation().maxAge()).plus(KeyTerms.GRACE));
            assertThat(create.request().workspaceId()).isEqualTo("w1");
        });
    }

    @Test
    void nakedKeyIsGuardedThenProvenThenFundedThenPublished() {
        assertThat(pending().holding(naked(1)).next()).isEqualTo(new KeyDecision.Guard(naked(1), "g1"));
        InFlight.Held guarded = naked(1).withGuardrail("g1");
        assertThat(pending().holding(guarded).next()).isEqualTo(new KeyDecision.Prove(guarded, TERMS));
        InFlight.Held proven = guarded.withProof(PROOF);
        assertThat(pending().holding(proven).next()).isEqualTo(new KeyDecision.Fund(proven, LIMIT));
        assertThat(pending().holding(broughtUp(1)).next())
                .isEqualTo(new KeyDecision.Publish(broughtUp(1), intent(1), PROOF));
    }

    @Test
    void publishedKeyIsRecordedAndThenAllIsDone() {
        assertThat(pending().holding(broughtUp(1)).secret(ours(1)).remote(1).next())
                .isInstanceOfSatisfying(
                        KeyDecision.Remember.class,
                        remember -> assertThat(remember.record()).isEqualTo(published(1)));
        assertThat(verdict(atRest().next())).isEqualTo(Verdict.READY);
    }

    @Test
    void diedAfterIntendSearchesBeforeAnythingElse() {
        assertThat(pending().next()).isEqualTo(new KeyDecision.Search(intent(1)));
    }

    @Test
    void diedAfterIntendAndNothingFoundTakesTheNextSerial() {
        KeyDecision next =
                pending().holding(new InFlight.Searched(nonce(1), List.of())).next();

        assertThat(next).isInstanceOfSatisfying(KeyDecision.Remember.class, remember -> {
            assertThat(remember.record().pending()).isNotEqualTo(intent(1)).isNotNull();
            assertThat(remember.record().lastSerial()).isEqualTo(2);
        });
    }

    @Test
    void diedAfterCreateGuardProveOrFundDeletesTheKeyWhoseValueIsLost() {
        for (SpendLimit limit : List.of(SpendLimit.nothing(LIMIT.reset()), LIMIT)) {
            RemoteKey lost = key(1, intent(1).keyName(), false, limit, "w1", NOW.minusSeconds(30));
            KeyDecision next = pending()
                    .holding(new InFlight.Searched(nonce(1), List.of(lost)))
                    .next();
            assertThat(deleted(next)).isEqualTo(hash(1));
        }
    }

    @Test
    void ambiguousCreateThatMadeTwoKeysDeletesBoth() {
        InFlight both = new InFlight.Searched(nonce(1), List.of(key(1), key(2)));
        InFlight one = new InFlight.Searched(nonce(1), List.of(key(2)));

        assertThat(deleted(pending().holding(both).next())).isEqualTo(hash(1));
        assertThat(deleted(pending().holding(one).next())).isEqualTo(hash(2));
    }

    @Test
    void diedAfterPublishRebuildsTheStatusFromTheSecret() {
        KeyDecision next = pending().secret(ours(1)).remote(1).next();

        assertThat(next)
                .isInstanceOfSatisfying(
                        KeyDecision.Remember.class,
                        remember -> assertThat(remember.record()).isEqualTo(published(1)));
    }

    @Test
    void diedAfterPublishOfAReplacementKeepsTheKeyBeforeForItsOverlap() {
        KeyRecord replacing = published(1).intending("main", intent(2));
        Instant published = current(1).publishedAt().plusSeconds(1);
        KeyDecision next = empty().record(replacing)
                .secret(new SecretState.Ours(hash(2), 2, true, PROOF, published))
                .remote(1, 2)
                .next();

        assertThat(next).isInstanceOfSatisfying(KeyDecision.Remember.class, remember -> {
            assertThat(Objects.requireNonNull(remember.record().current()).publishedAt())
                    .isEqualTo(published);
            assertThat(remember.record().previous())
                    .containsExactly(Serial.previous(1, published.plus(TERMS.overlap())));
        });
    }

    @Test
    void secretRestoredFromABackupDoesNotEndTheOverlapOfWhatItReplaces() {
        KeyDecision next = empty().record(published(2))
                .secret(new SecretState.Ours(hash(1), 1, true, PROOF, NOW.minusSeconds(1_000_000)))
                .remote(1, 2)
                .next();

        assertThat(next)
                .isInstanceOfSatisfying(
                        KeyDecision.Remember.class,
                        remember -> assertThat(remember.record().previous())
                                .containsExactly(Serial.previous(2, NOW.plus(TERMS.overlap()))));
    }

    @Test
    void diedAfterRecordHasNothingLeftToDo() {
        assertThat(verdict(atRest().holding(null).next())).isEqualTo(Verdict.READY);
    }

    @Test
    void lostStatusIsRebuiltFromTheSecret() {
        KeyDecision next = atRest().record(KeyRecord.empty()).named(key(1)).next();

        assertThat(next)
                .isInstanceOfSatisfying(
                        KeyDecision.Remember.class,
                        remember -> assertThat(remember.record().current()).isEqualTo(current(1)));
    }

    @Test
    void intentOfAnotherReplicaIsSearchedNotTakenForOurs() {
        KeyDecision next = empty().record(KeyRecord.empty().intending("main", intent(2)))
                .holding(new InFlight.Untouched(nonce(1)))
                .next();

        assertThat(next).isEqualTo(new KeyDecision.Search(intent(2)));
    }

    @Test
    void keyOfAnIntentThatWasReplacedIsDeletedByWhoHoldsIt() {
        KeyDecision next = empty().record(KeyRecord.empty().intending("main", intent(2)))
                .holding(broughtUp(1))
                .next();

        assertThat(deleted(next)).isEqualTo(hash(1));
    }
}
