package io.openrouteroperator.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(1);

    private final AtomicInteger passes = new AtomicInteger();
    private final Semaphore succeeded = new Semaphore(0);

    @Test
    void startsWithAPassAndRepeatsItRegularly() throws InterruptedException {
        try (BackgroundLoop loop = new BackgroundLoop("test", succeeded::release, SOON, NEVER)) {
            loop.start();

            assertThat(succeeded.tryAcquire(3, 30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void repeatsAPassThatIsAskedForUntilItSucceeds() throws InterruptedException {
        try (BackgroundLoop loop = new BackgroundLoop("test", this::failOnce, NEVER, SOON)) {
            loop.hurry();

            assertThat(succeeded.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aPassThatIsAskedForBetweenTwoRegularOnesDoesNotMakeThemTwice() throws InterruptedException {
        Duration period = Duration.ofMillis(100);
        try (BackgroundLoop loop = new BackgroundLoop("test", succeeded::release, period, NEVER)) {
            long begin = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                loop.hurry();
            }
            assertThat(succeeded.tryAcquire(14, 30, TimeUnit.SECONDS)).isTrue();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(period.multipliedBy(4));
        }
    }

    @Test
    void isNotAskedAnyMoreOnceItIsClosed() {
        BackgroundLoop loop = new BackgroundLoop("test", succeeded::release, NEVER, NEVER);
        loop.close();

        loop.hurry();

        assertThat(succeeded.availablePermits()).isZero();
    }

    private void failOnce() {
        if (passes.incrementAndGet() == 1) {
            throw new IllegalStateException("the API server does not answer");
        }
        succeeded.release();
    }
}
