package io.openrouteroperator.core.rotation;

import static io.openrouteroperator.core.rotation.Serial.hash;
import static io.openrouteroperator.core.rotation.Serial.key;
import static io.openrouteroperator.core.rotation.Serial.name;
import static io.openrouteroperator.core.rotation.Situation.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.rotation.DeletionProtocol.Fate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an account remembers of objects that are gone. */
class RetireQueueTest {
    private static final Retirement KNOWN = new Retirement.Known(hash(1), Fate.DELETE, "shop/checkout", NOW);
    private static final Retirement LOST = new Retirement.Lost(name(2), Fate.DELETE, "shop/checkout", NOW);
    private static final RetireQueue EMPTY = new RetireQueue(List.of());

    /** An object whose hand-over was written, but whose finalizer was not taken off before a crash, hands over again. */
    @Test
    void keyHandedOverTwiceIsThereOnce() {
        RetireQueue queue = EMPTY.with(List.of(KNOWN, LOST)).orElseThrow();
        Retirement again = new Retirement.Known(hash(1), Fate.DELETE, "shop/checkout", NOW.plusSeconds(9));

        assertThat(queue.with(List.of(again, LOST))).contains(queue);
    }

    @Test
    void settledKeysLeave() {
        RetireQueue queue = EMPTY.with(List.of(KNOWN, LOST)).orElseThrow();

        assertThat(queue.without(List.of(KNOWN)).entries()).containsExactly(LOST);
        assertThat(queue.without(List.of(LOST)).entries()).containsExactly(KNOWN);
    }

    @Test
    void holdsKeysByHashAndLostOnesByName() {
        RetireQueue queue = EMPTY.with(List.of(KNOWN, LOST)).orElseThrow();

        assertThat(queue.holds(key(1))).isTrue();
        assertThat(queue.holds(key(2))).as("by its name").isTrue();
        assertThat(queue.holds(key(3))).isFalse();
    }

    @Test
    void fullQueueTakesNothingMoreButWhatItHas() {
        List<Retirement> many = IntStream.range(0, RetireQueue.MOST_ENTRIES)
                .<Retirement>mapToObj(
                        i -> new Retirement.Known(new KeyHash("%064x".formatted(i)), Fate.DELETE, "shop/checkout", NOW))
                .toList();
        RetireQueue full = EMPTY.with(many).orElseThrow();

        assertThat(full.with(List.of(KNOWN))).isEmpty();
        assertThat(full.with(many.subList(0, 1))).contains(full);
        assertThat(full.without(many.subList(0, 1)).with(List.of(KNOWN))).isPresent();
    }
}
