package io.openrouteroperator.audit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;

/** Keeps what a sink does not take now, within bounds, and gives it in order once it does. What does not fit is counted as lost. */
final class PatientSink {
    /** Some megabytes of usual lines. */
    static final int MOST_KEPT = 10_000;

    private static final Logger LOG = Logger.getLogger(PatientSink.class);

    private final LineSink sink;
    private final AuditMeters meters;
    private final Deque<String> kept = new ArrayDeque<>();
    private boolean failing;

    PatientSink(LineSink sink, AuditMeters meters) {
        this.sink = sink;
        this.meters = meters;
        meters.sink(sink.name());
    }

    LineSink sink() {
        return sink;
    }

    /** Writes the line, now or later. */
    void write(String line) {
        if (kept.size() == MOST_KEPT) {
            flush();
        }
        if (kept.size() == MOST_KEPT) {
            meters.lostAt(sink.name(), 1);
            return;
        }
        kept.add(line);
        flush();
    }

    /** Another try for what is kept. */
    void flush() {
        try {
            for (String line = kept.peek(); line != null; line = kept.peek()) {
                sink.write(line);
                kept.remove();
            }
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.errorf("audit log: %s takes no lines, they are kept for it: %s", sink.name(), e.getMessage());
            }
            failing = true;
        }
        meters.kept(sink.name(), kept.size());
    }
}
