package io.openrouteroperator.core.audit.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the chain of one writer was followed. It keeps the hashes of entries that no signature covers yet: whoever rewrites those
 * contradicts a witness in the midst of them. Its size does not depend on how long the chain is.
 */
final class WriterLog {
    /** Writers sign after a thousand entries; more wait only while there is no key to sign with. */
    private static final int MOST_HASHES = 5_000;

    private final List<String> hashes = new ArrayList<>();
    private ChainHead head;
    private Place place;
    private boolean ended;
    private long unsigned;
    private @Nullable Witness witness;

    /** A chain that is followed from this head on. */
    WriterLog(ChainHead from, Place place) {
        this.head = from;
        this.place = place;
        hashes.add(from.hash());
    }

    /** What is wrong with the line as the next one of this writer; empty when it is. */
    Optional<String> problemOf(ChainLine line) {
        long expected = head.sequence() + 1;
        if (ended) {
            return Optional.of("comes after the last entry of writer " + line.writer());
        }
        if (line.sequence() < expected) {
            return Optional.of(
                    "is entry %d of writer %s, which was read before: it was repeated, or entries changed places"
                            .formatted(line.sequence(), line.writer()));
        }
        if (line.sequence() > expected) {
            return Optional.of("entries %d to %d of writer %s are missing before it"
                    .formatted(expected, line.sequence() - 1, line.writer()));
        }
        if (!line.previous().equals(head.hash())) {
            return Optional.of("does not follow the entry before it at " + place);
        }
        return witness != null
                        && witness.seen().sequence() == expected
                        && !witness.seen().equals(line.head())
                ? Optional.of("is not the entry %d that %s names".formatted(expected, witness.place()))
                : Optional.empty();
    }

    /** The line is right. */
    void follow(ChainLine line, Place at) {
        head = line.head();
        place = at;
        ended = line.is(ChainAction.ENDED);
        unsigned = line.isCheckpoint() ? 0 : unsigned + 1;
        if (line.isCheckpoint()) {
            hashes.clear();
        } else if (hashes.size() == 2 * MOST_HASHES) {
            hashes.subList(0, MOST_HASHES).clear();
        }
        hashes.add(head.hash());
    }

    /** Somebody saw the chain come to this head: what is wrong with that. The furthest is remembered. */
    Optional<String> expect(Witness told) {
        long before = head.sequence() - told.seen().sequence();
        boolean known = before >= 0 && before < hashes.size();
        if (known && !told.seen().hash().equals(hashes.get(hashes.size() - 1 - (int) before))) {
            return Optional.of("names another entry %d of writer %s than stands %s%s"
                    .formatted(
                            told.seen().sequence(),
                            head.writer(),
                            before == 0 ? "at " : "%d before the one at ".formatted(before),
                            place));
        }
        if (witness == null || witness.seen().sequence() < told.seen().sequence()) {
            witness = told;
        }
        return Optional.empty();
    }

    /** What is missing at the end, once everything was read. */
    Optional<Breach> missingAtEnd() {
        return witness == null || witness.seen().sequence() <= head.sequence()
                ? Optional.empty()
                : Optional.of(new Breach(
                        place,
                        "is the last entry of writer %s, number %d, but %s names number %d: the end was cut off"
                                .formatted(
                                        head.writer(),
                                        head.sequence(),
                                        witness.place(),
                                        witness.seen().sequence())));
    }

    /** Entries that no signature covers; 0 when the last one is signed. */
    long unsigned() {
        return unsigned;
    }

    /** Whether it is known where the chain ends: its last entry says so, or a witness names it. */
    boolean endIsProven() {
        return ended || (witness != null && witness.seen().sequence() == head.sequence());
    }
}
