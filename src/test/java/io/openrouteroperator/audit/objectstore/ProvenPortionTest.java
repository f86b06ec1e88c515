package io.openrouteroperator.audit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.audit.chain.SampleLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where an object ends, whatever has been written behind its end by then. */
class ProvenPortionTest {
    private final SampleLog first = new SampleLog("first").start();
    private final List<String> lines = new ArrayList<>();

    @Test
    void endsWithTheFirstCheckpoint() {
        lines.addAll(first.events(2).checkpoint().taken());
        assertThat(portion(false)).isEqualTo(4);

        lines.addAll(first.events(2).checkpoint().taken());
        assertThat(portion(false)).isEqualTo(4);
        assertThat(portion(true)).isEqualTo(4);
    }

    @Test
    void waitsForACheckpointWhileThereCanBeOne() {
        lines.addAll(first.events(2).taken());

        assertThat(portion(false)).isZero();
        assertThat(portion(true)).isEqualTo(3);
    }

    @Test
    void endsWhereAnotherWriterBegins() {
        lines.addAll(first.events(2).taken());
        lines.addAll(new SampleLog("second", first).start(first).checkpoint().taken());

        assertThat(portion(false)).isEqualTo(3);
    }

    @Test
    void endsWithTheLastLineOfAWriter() {
        lines.addAll(first.events(1).end().taken());

        assertThat(portion(false)).isEqualTo(3);
    }

    @Test
    void damagedLinesGoByThemselves() {
        lines.add("{\"schema\":");
        lines.add("nothing");
        lines.addAll(first.checkpoint().taken());

        assertThat(portion(false)).isEqualTo(2);
    }

    private int portion(boolean complete) {
        return new ProvenPortion().of(lines, complete);
    }
}
