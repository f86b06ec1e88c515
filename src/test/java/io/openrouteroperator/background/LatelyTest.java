package io.openrouteroperator.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What counts as said already. */
class LatelyTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Lately<String> lately = new Lately<>(clock);

    @Test
    void theSameIsNewAgainAfterTenMinutes() {
        assertThat(lately.isNew("a")).isTrue();
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(10)).minusSeconds(1));
        assertThat(lately.isNew("a")).isFalse();
        assertThat(lately.isNew("b")).isTrue();
        now.updateAndGet(time -> time.plusSeconds(1));
        assertThat(lately.isNew("a")).isTrue();
    }

    @Test
    void whatWasNotSaidAfterAllIsNew() {
        lately.isNew("a");
        lately.forget("a");
        assertThat(lately.isNew("a")).isTrue();
    }

    @Test
    void memoryIsBounded() {
        lately.isNew("first");
        for (int i = 0; i < 1000; i++) {
            lately.isNew("another " + i);
        }
        assertThat(lately.isNew("another 999")).isFalse();
        assertThat(lately.isNew("first")).isTrue();
    }
}
