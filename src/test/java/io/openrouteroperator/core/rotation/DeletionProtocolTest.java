package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Serial.broughtUp;
import static io.openrouteroperator.core.rotation.Serial.current;
import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.intent;
import static io.openrouteroperator.core.rotation.Serial.key;
import static io.openrouteroperator.core.rotation.Serial.nonce;
import static io.openrouteroperator.core.rotation.Serial.ours;
import static io.openrouteroperator.core.rotation.Serial.published;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static io.openrouteroperator.core.rotation.Situation.PROOF;
import static io.openrouteroperator.core.rotation.Situation.atRest;
import static io.openrouteroperator.core.rotation.Situation.empty;
import static io.openrouteroperator.core.rotation.Situation.pending;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.DeletionProtocol.Fate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the remote keys of a deleted object. */
class DeletionProtocolTest {
    @Test
    void deletesThePublishedKeyAsAsked() {
        assertThat(deleted(atRest().nextOfDeletion(Fate.DELETE))).contains(hash(1));
    }

    /** Under its old name it would be an orphan as soon as its object is gone. */
    @Test
    void keyThatStaysIsRenamedBeforeItIsLeftAlone() {
        assertThat(changed(atRest().nextOfDeletion(Fate.DISABLE))).contains(new KeyChange.SetDisabled(true));
        assertThat(changed(atRest().remote(Serial.disabled(1), "g1").nextOfDeletion(Fate.DISABLE)))
                .contains(new KeyChange.Rename("disabled/c1/shop/checkout/0a1b2c3d-1"));
        assertThat(changed(atRest().nextOfDeletion(Fate.RETAIN)))
                .contains(new KeyChange.Rename("retained/c1/shop/checkout/0a1b2c3d-1"));
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void lostStatusDoesNotChangeTheFate(Fate fate) {
        Situation lost = atRest().record(KeyRecord.empty()).named(key(1));

        assertThat(lost.nextOfDeletion(fate))
                .hasValueSatisfying(next -> assertThat(next)
                        .isInstanceOfSatisfying(
                                KeyDecision.Remember.class,
                                remember ->
                                        assertThat(remember.record().current()).isEqualTo(current(1))));
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void keyPublishedButNotRecordedMeetsItsFateAndIsNotTakenForALostCreation(Fate fate) {
        assertThat(pending().secret(ours(1)).remote(1).nextOfDeletion(fate))
                .hasValueSatisfying(next -> assertThat(next).isInstanceOf(KeyDecision.Remember.class));
    }

    @Test
    void letsGoOfAnObjectWhoseKeysAreGone() {
        assertThat(empty().record(published(1)).gone(1).nextOfDeletion(Fate.DELETE))
                .isEmpty();
        assertThat(empty().nextOfDeletion(Fate.DELETE)).isEmpty();
        assertThat(atRest().remote(renamed("disabled", true), "g1").nextOfDeletion(Fate.DISABLE))
                .isEmpty();
        assertThat(atRest().remote(renamed("retained", false), "g1").nextOfDeletion(Fate.RETAIN))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Fate.class)
    void earlierKeysAlwaysGo(Fate fate) {
        KeyRecord record = published(1).publishing(current(2), PROOF, NOW.plusSeconds(999));
        Situation situation = empty().record(record).secret(ours(2)).remote(1).gone(2);

        assertThat(deleted(situation.nextOfDeletion(fate))).contains(hash(1));
    }

    @Test
    void pendingKeyIsFoundDeletedAndCleared() {
        assertThat(pending().nextOfDeletion(Fate.RETAIN)).contains(new KeyDecision.Search(intent(1)));
        assertThat(deleted(pending()
                        .holding(new InFlight.Searched(nonce(1), List.of(key(1))))
                        .nextOfDeletion(Fate.RETAIN)))
                .contains(hash(1));
        assertThat(deleted(pending().holding(broughtUp(1)).nextOfDeletion(Fate.RETAIN)))
                .contains(hash(1));
    }

    @Test
    void pendingIntentWithNothingLeftIsCleared() {
        for (Situation settled : List.of(
                pending().holding(new InFlight.Untouched(nonce(1))),
                pending().holding(new InFlight.Searched(nonce(1), List.of())),
                pending().holding(broughtUp(1)).gone(1))) {
            assertThat(settled.nextOfDeletion(Fate.DELETE))
                    .hasValueSatisfying(next -> assertThat(next)
                            .isInstanceOfSatisfying(
                                    KeyDecision.Remember.class,
                                    remember -> assertThat(remember.record().pending())
                                            .isNull()));
        }
    }

    @Test
    void lostCreationsGoWithTheObject() {
        assertThat(deleted(empty().named(key(9)).nextOfDeletion(Fate.RETAIN))).contains(hash(9));
    }

    @Test
    void handsOverEveryKeyOnRecordWithItsFate() {
        KeyRecord record = published(1).publishing(current(2), PROOF, NOW.plusSeconds(999));

        assertThat(DeletionProtocol.handOver(
                        empty().record(record).secret(ours(2)).look(), Fate.RETAIN, NOW))
                .containsExactly(
                        new Retirement.Known(hash(2), Fate.RETAIN, "shop/checkout", NOW),
                        new Retirement.Known(hash(1), Fate.DELETE, "shop/checkout", NOW));
    }

    @Test
    void handsOverALostCreationByItsName() {
        assertThat(DeletionProtocol.handOver(pending().look(), Fate.RETAIN, NOW))
                .containsExactly(new Retirement.Lost(Serial.name(1), Fate.DELETE, "shop/checkout", NOW));
    }

    /** Died between publishing and recording, and then the object is deleted during an outage. */
    @Test
    void publishedKeyThatIsNotRecordedIsHandedOverWithTheFateOfAPublishedOne() {
        assertThat(DeletionProtocol.handOver(pending().secret(ours(1)).look(), Fate.RETAIN, NOW))
                .containsExactly(new Retirement.Lost(Serial.name(1), Fate.RETAIN, "shop/checkout", NOW));
    }

    @Test
    void objectWithoutKeysHandsNothingOver() {
        assertThat(DeletionProtocol.handOver(empty().look(), Fate.DELETE, NOW)).isEmpty();
    }

    private static RemoteKey renamed(String fate, boolean disabled) {
        String name = KeyName.parse(Serial.name(1)).orElseThrow().afterlife(fate);
        return key(1, name, disabled, Situation.LIMIT, "w1", NOW);
    }

    private static Optional<KeyChange> changed(Optional<KeyDecision> decision) {
        return decision.map(next -> next instanceof KeyDecision.Change change ? change.change() : null);
    }

    private static Optional<KeyHash> deleted(Optional<KeyDecision> decision) {
        return decision.map(next -> next instanceof KeyDecision.Delete delete ? delete.hash() : null);
    }
}
