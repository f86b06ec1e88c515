package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.core.audit.chain.Verdict;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The chain of a process: when it begins, when it is signed, and what becomes of it when nothing takes its lines. */
class ChainWriterTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeNotary notary = new FakeNotary();
    private final MemorySink sink = new MemorySink();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final AuditMeters meters = new AuditMeters(registry, Clock.fixed(NOW.plus(MINUTE), ZoneOffset.UTC));
    private final ChainWriter writer = writer("one");

    @Test
    void whoDecidesNothingWritesNothing() {
        writer.tick(NOW.plusSeconds(3600));
        writer.end(NOW.plusSeconds(7200));

        assertThat(sink.lines).isEmpty();
        assertThat(notary.checkpoints).isEmpty();
    }

    @Test
    void entriesAreSignedAfterTheIntervalAndOnceOnly() throws GeneralSecurityException {
        writer.write(NOW, Events.event(1));
        writer.tick(NOW.plus(MINUTE).minusMillis(1));
        assertThat(Events.actions(sink.lines)).containsExactly("ChainStarted", "KeyCreated");
        assertThat(unsignedAge()).isEqualTo(60);

        writer.tick(NOW.plus(MINUTE));
        writer.tick(NOW.plus(MINUTE.multipliedBy(9)));

        assertThat(Events.actions(sink.lines)).containsExactly("ChainStarted", "KeyCreated", "Checkpoint");
        assertThat(unsignedAge()).isZero();
        assertThat(notary.checkpoints).extracting(line -> line.text()).containsExactly(sink.lines.getLast());
        writer.end(NOW.plus(MINUTE.multipliedBy(10)));
        Events.assertWhole(sink.lines, notary);
    }

    @Test
    void manyEntriesAreSignedAtOnceAndPublishedInTime() {
        writer.write(NOW, Events.event(0));
        writer.tick(NOW.plus(MINUTE));
        for (int i = 0; i < ChainWriter.MOST_UNSIGNED; i++) {
            writer.write(NOW.plus(MINUTE), Events.event(i));
        }
        writer.tick(NOW.plus(MINUTE));

        assertThat(Events.actions(sink.lines).getLast()).isEqualTo("Checkpoint");
        assertThat(notary.checkpoints).hasSize(1);
        writer.tick(NOW.plus(MINUTE.multipliedBy(2)));
        assertThat(notary.checkpoints).hasSize(2);
    }

    @Test
    void theNextProcessVouchesForTheEndOfTheOneBefore() throws GeneralSecurityException {
        writer.write(NOW, Events.event(1));
        writer.end(NOW);
        List<String> first = List.copyOf(sink.lines);
        ChainWriter next = writer("two");
        next.write(NOW, Events.event(2));
        next.end(NOW);

        Events.assertWhole(sink.lines, notary);
        List<String> cut = new ArrayList<>(sink.lines);
        cut.remove(first.size() - 1);
        assertThat(Events.verdict(cut, notary).breach()).isPresent();
    }

    @Test
    void entriesOfAProcessThatDiedAreVouchedForByWhatItLeftInFiles() throws GeneralSecurityException {
        writer.write(NOW, Events.event(1));
        writer.write(NOW, Events.event(2));
        String last = sink.lines.getLast();
        ChainWriter next = new ChainWriter("two", List.of(new Remembering(sink, last)), notary, meters, MINUTE);
        next.write(NOW, Events.event(3));
        next.end(NOW);

        Events.assertWhole(sink.lines, notary);
        sink.lines.remove(last);
        assertThat(Events.verdict(sink.lines, notary).breach()).isPresent();
    }

    @Test
    void eventsThatWereDroppedAreCountedInTheLog() throws GeneralSecurityException {
        writer.tellLost(NOW, 0);
        writer.tellLost(NOW, 7);
        writer.write(NOW, Events.event(1));
        writer.end(NOW);

        Verdict verdict = Events.verdict(sink.lines, notary);
        assertThat(verdict.lost()).isEqualTo(7);
        assertThat(verdict.breach()).isEmpty();
    }

    @Test
    void whileNobodyCanSignEntriesAreWrittenAllTheSame() throws GeneralSecurityException {
        notary.away = true;
        writer.write(NOW, Events.event(1));
        writer.tick(NOW.plus(MINUTE));
        assertThat(Events.actions(sink.lines)).containsExactly("ChainStarted", "KeyCreated");

        notary.away = false;
        writer.tick(NOW.plus(MINUTE).plusSeconds(9));
        writer.tick(NOW.plus(MINUTE).plusSeconds(10));

        assertThat(Events.actions(sink.lines)).containsExactly("ChainStarted", "KeyCreated", "Checkpoint");
        assertThat(notary.checkpoints).hasSize(1);
        assertThat(Events.verdict(sink.lines, notary).breach()).isEmpty();
    }

    @Test
    void whatASinkDoesNotTakeIsGivenToItLater() throws GeneralSecurityException {
        sink.full = true;
        writer.write(NOW, Events.event(1));
        writer.write(NOW, Events.event(2));
        assertThat(registry.get(AuditMeters.SINK_WAITING).gauge().value()).isEqualTo(3);

        sink.full = false;
        writer.tick(NOW);
        writer.end(NOW);

        Events.assertWhole(sink.lines, notary);
        assertThat(registry.get(AuditMeters.SINK_WAITING).gauge().value()).isZero();
    }

    @Test
    void whatASinkThatStaysFullNeverGotIsCountedAndMissed() throws GeneralSecurityException {
        MemorySink healthy = new MemorySink();
        ChainWriter both = new ChainWriter("both", List.of(sink, healthy), notary, meters, MINUTE);
        sink.full = true;
        for (int i = 0; i < PatientSink.MOST_KEPT; i++) {
            both.write(NOW, Events.event(i));
        }
        sink.full = false;
        both.end(NOW);

        assertThat(registry.get(AuditMeters.SINK_LOST).counter().count()).isEqualTo(1);
        Events.assertWhole(healthy.lines, notary);
        assertThat(Events.verdict(sink.lines, notary).breach().orElseThrow().problem())
                .contains("are missing before it");
    }

    private double unsignedAge() {
        return registry.get(AuditMeters.UNSIGNED).gauge().value();
    }

    private ChainWriter writer(String name) {
        return new ChainWriter(name, List.of(sink), notary, meters, MINUTE);
    }

    private record Remembering(LineSink sink, String last) implements LineSink {
        @Override
        public String name() {
            return sink.name();
        }

        @Override
        public void write(String line) throws IOException {
            sink.write(line);
        }

        @Override
        public Optional<String> lastLine() {
            return Optional.of(last);
        }
    }
}
