package io.openrouteroperator.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers for some seconds, so that filters and reloads ask nobody again. Memory is bounded; what falls out is asked again.
 *
 * @param <Q> what was asked, by its equals
 * @param <A> what was answered
 */
final class BriefMemory<Q, A> {
    private static final int MOST = 1000;

    private final Clock clock;
    private final Duration kept;
    private final Map<Q, Remembered<A>> answers = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Q, Remembered<A>> eldest) {
            return size() > MOST;
        }
    };

    private record Remembered<A>(A answer, Instant until) {}

    /** @param kept how long an answer counts */
    BriefMemory(Clock clock, Duration kept) {
        this.clock = clock;
        this.kept = kept;
    }

    /** The answer that is remembered, or the one that is found now; two who ask at a time may both find it. */
    A answer(Q question, Supplier<A> found) {
        Remembered<A> known = known(question);
        if (known != null && clock.instant().isBefore(known.until)) {
            return known.answer;
        }
        A answer = found.get();
        remember(question, answer);
        return answer;
    }

    private synchronized @Nullable Remembered<A> known(Q question) {
        return answers.get(question);
    }

    private synchronized void remember(Q question, A answer) {
        answers.remove(question);
        answers.put(question, new Remembered<>(answer, clock.instant().plus(kept)));
    }
}
