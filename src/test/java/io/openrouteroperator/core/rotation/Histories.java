package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.rotation.Replica.Decider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Many histories, each from its seed; one that fails is shrunk to a short story. */
final class Histories {
    static final int LENGTH = 120;

    private Histories() {}

    /** The first seed that fails, with its story after dropping every event that it fails without. */
    static Optional<String> firstFailure(Decider decider, long histories) {
        return LongStream.range(0, histories)
                .filter(seed -> fails(Event.history(seed, LENGTH), decider))
                .boxed()
                .findFirst()
                .map(seed -> shortestStory(seed, decider));
    }

    static String shortestStory(long seed, Decider decider) {
        List<Event> shortest = shrink(Event.history(seed, LENGTH), decider);
        return "seed %d, %d of %d events are enough:%n%s"
                .formatted(
                        seed,
                        shortest.size(),
                        LENGTH,
                        Simulation.play(shortest, decider).failure().orElseThrow());
    }

    private static boolean fails(List<Event> history, Decider decider) {
        return Simulation.play(history, decider).failure().isPresent();
    }

    private static List<Event> shrink(List<Event> failing, Decider decider) {
        List<Event> shortest = failing;
        for (int size = failing.size() / 2; size > 0; size = size / 2) {
            for (int start = 0; start + size <= shortest.size(); ) {
                List<Event> without = new ArrayList<>(shortest);
                without.subList(start, start + size).clear();
                if (fails(without, decider)) {
                    shortest = without;
                } else {
                    start += size;
                }
            }
        }
        return shortest;
    }
}
