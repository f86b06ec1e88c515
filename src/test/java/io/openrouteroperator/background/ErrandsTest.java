package io.openrouteroperator.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrandsTest {
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    @Test
    void turnsAwayWhatIsTooMuchAndDoesTheRest() throws InterruptedException {
        try (Errands errands = new Errands("test")) {
            long accepted = IntStream.range(0, 1000)
                    .filter(_ -> errands.accept(this::waitForRelease))
                    .count();
            assertThat(accepted).isBetween(256L, 257L);
            released.countDown();

            while (!errands.accept(done::countDown)) {
                Thread.onSpinWait();
            }
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void acceptsNothingOnceItIsClosed() {
        Errands errands = new Errands("test");
        errands.close();

        assertThat(errands.accept(done::countDown)).isFalse();
    }

    private void waitForRelease() {
        try {
            released.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
