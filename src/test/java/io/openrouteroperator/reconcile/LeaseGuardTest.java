package io.openrouteroperator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A process that stood still must not act on what it knew before. */
class LeaseGuardTest {
    private final AtomicLong time = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final LeaseGuard guard = new LeaseGuard(time::get, Duration.ofSeconds(15), () -> ended.set(true));

    @Test
    void livesWhileItIsBeaten() {
        for (int second = 0; second < 60; second++) {
            time.addAndGet(Duration.ofSeconds(1).toNanos());
            guard.beat();
            guard.check();
        }
        assertThat(ended).isFalse();
    }

    @Test
    void endsBeforeTheFirstEffectAfterAPause() {
        time.addAndGet(Duration.ofSeconds(16).toNanos());
        guard.check();
        assertThat(ended).isTrue();
    }

    @Test
    void lateBeatDoesNotHideThePause() {
        time.addAndGet(Duration.ofSeconds(16).toNanos());
        guard.beat();
        assertThat(ended).isTrue();
    }
}
