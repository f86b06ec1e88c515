package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.core.audit.chain.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Whoever records an event goes on at once, whatever becomes of the log. */
class QueuedAuditLogTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final FakeNotary notary = new FakeNotary();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final MemorySink sink = new MemorySink();

    @Test
    void closingWritesWhatWaitsAndSignsIt() throws GeneralSecurityException {
        QueuedAuditLog log = start(sink);
        for (int i = 0; i < 100; i++) {
            log.record(Events.event(i));
        }
        log.close();

        Events.assertWhole(sink.lines, notary);
        assertThat(sink.lines).hasSize(102);
        assertThat(Events.actions(sink.lines).getLast()).isEqualTo("ChainEnded");
    }

    @Test
    void aSinkThatHangsMakesNobodyWaitAndWhatIsDroppedIsCounted() throws GeneralSecurityException {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch hangs = new CountDownLatch(1);
        QueuedAuditLog log = start(new HangingSink(hanging, hangs));
        log.record(Events.event(0));
        awaitLatch(hangs);
        for (int i = 0; i < QueuedAuditLog.MOST_WAITING + 5; i++) {
            log.record(Events.event(i));
        }
        assertThat(registry.get(AuditMeters.LOST).counter().count()).isEqualTo(5);

        hanging.countDown();
        await().atMost(PATIENCE)
                .until(() -> registry.get(AuditMeters.ENTRIES).counter().count() > QueuedAuditLog.MOST_WAITING);
        log.close();

        Verdict verdict = Events.verdict(sink.lines, notary);
        assertThat(verdict.breach()).isEmpty();
        assertThat(verdict.lost()).isEqualTo(5);
    }

    @Test
    void whatComesAfterTheEndIsDroppedWithoutATrace() {
        QueuedAuditLog log = start(sink);
        log.record(Events.event(0));
        log.close();
        int lines = sink.lines.size();

        log.record(Events.event(1));

        assertThat(sink.lines).hasSize(lines);
    }

    @Test
    void eachProcessIsAnotherWriter() {
        Instant start = Instant.ofEpochMilli(1_000);
        assertThat(QueuedAuditLog.writer("operator-5d4f-x2", start)).isEqualTo("operator-5d4f-x2.1000");
        assertThat(QueuedAuditLog.writer("a_b\"c" + "x".repeat(300), start))
                .startsWith("a-b-cxx")
                .endsWith("x.1000")
                .hasSizeLessThan(253);
    }

    private QueuedAuditLog start(LineSink into) {
        Clock clock = Clock.systemUTC();
        AuditMeters meters = new AuditMeters(registry, clock);
        ChainWriter chain = new ChainWriter("one", List.of(into), notary, meters, PATIENCE);
        QueuedAuditLog log = new QueuedAuditLog(chain, meters, PATIENCE, clock);
        log.start();
        return log;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class HangingSink implements LineSink {
        private final CountDownLatch hanging;
        private final CountDownLatch hangs;

        private HangingSink(CountDownLatch hanging, CountDownLatch hangs) {
            this.hanging = hanging;
            this.hangs = hangs;
        }

        @Override
        public String name() {
            return "hanging";
        }

        @Override
        public void write(String line) {
            hangs.countDown();
            awaitLatch(hanging);
            try {
                sink.write(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
