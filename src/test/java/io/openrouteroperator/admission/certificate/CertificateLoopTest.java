package io.openrouteroperator.admission.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CertificateLoopTest {
    private static final int REGULARLY = 3600;

    private final AtomicInteger passes = new AtomicInteger();
    private final CountDownLatch succeeded = new CountDownLatch(1);

    @Test
    void repeatsAPassThatIsAskedForUntilItSucceeds() throws InterruptedException {
        try (CertificateLoop loop = new CertificateLoop(this::failOnce, REGULARLY)) {
            loop.hurry();

            assertThat(succeeded.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void failOnce() {
        if (passes.incrementAndGet() == 1) {
            throw new IllegalStateException("the API server does not answer");
        }
        succeeded.countDown();
    }
}
