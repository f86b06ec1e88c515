package io.openrouteroperator.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.clock.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long an answer counts. */
class BriefMemoryTest {
    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final BriefMemory<Integer, Integer> memory = new BriefMemory<>(clock, Duration.ofSeconds(10));
    private int asked;

    @Test
    void anAnswerIsTakenBackAfterSeconds() {
        assertThat(ask(1)).isEqualTo(1);
        clock.step(Duration.ofMillis(9_999));
        assertThat(ask(1)).isEqualTo(1);
        clock.step(Duration.ofMillis(1));
        assertThat(ask(1)).isEqualTo(2);
    }

    @Test
    void whoeverGuessesTakesNoMemory() {
        ask(0);
        for (int guess = 1; guess <= 1000; guess++) {
            ask(guess);
        }

        assertThat(ask(1000)).isEqualTo(1001);
        assertThat(ask(0)).isEqualTo(1002);
    }

    private int ask(int question) {
        return memory.answer(question, () -> ++asked);
    }
}
