package io.openrouteroperator.audit;

import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.chain.ChainAction;
import io.openrouteroperator.core.audit.chain.ChainHead;
import io.openrouteroperator.core.audit.chain.ChainLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The chain of one process. It begins with the first event, so that a process that decides nothing writes nothing. For one thread.
 */
final class ChainWriter {
    /** So many entries are signed without waiting for the interval. */
    static final int MOST_UNSIGNED = 1000;

    private static final Logger LOG = Logger.getLogger(ChainWriter.class);
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final List<PatientSink> sinks;
    private final Notary notary;
    private final AuditMeters meters;
    private final Duration interval;
    private ChainHead head;
    private int unsigned;
    private Instant checkpointDue = Instant.MAX;
    private Instant publicationDue = Instant.MIN;
    private @Nullable ChainLine unpublished;

    /**
     * A chain without lines.
     *
     * @param writer id of this process
     * @param interval how long an entry waits for its signature at most, and the shortest time between two publications
     */
    ChainWriter(String writer, List<LineSink> sinks, Notary notary, AuditMeters meters, Duration interval) {
        this.head = ChainHead.before(writer);
        this.sinks = sinks.stream().map(sink -> new PatientSink(sink, meters)).toList();
        this.notary = notary;
        this.meters = meters;
        this.interval = interval;
    }

    /** Writes an event. */
    void write(Instant at, AuditEvent event) {
        put(at, begun(at).next(at, event.action().word(), event.members()));
    }

    /** Writes how many events were dropped since it was asked last. */
    void tellLost(Instant at, long lost) {
        if (lost > 0) {
            put(at, begun(at).next(at, ChainAction.LOST.word(), "\"lost\":" + lost));
        }
    }

    /** What is due by now: lines that a sink did not take, a checkpoint, its publication. */
    void tick(Instant now) {
        sinks.forEach(PatientSink::flush);
        if (unsigned >= MOST_UNSIGNED || !now.isBefore(checkpointDue)) {
            sign(now, ChainAction.CHECKPOINT);
        }
        if (unpublished != null && !now.isBefore(publicationDue)) {
            publish(now, unpublished);
        }
    }

    /** The last line, if there was a first one. */
    void end(Instant now) {
        if (head.sequence() > 0) {
            sign(now, ChainAction.ENDED);
            if (unpublished != null) {
                publish(now, unpublished);
            }
        }
        sinks.forEach(sink -> sink.sink().close());
    }

    /** The head, after the first line. */
    private ChainHead begun(Instant at) {
        if (head.sequence() == 0) {
            put(at, head.start(at, Predecessors.of(Stream.concat(published(), left()))));
        }
        return head;
    }

    private Stream<ChainHead> published() {
        try {
            return notary.published().stream();
        } catch (RuntimeException unreachable) {
            LOG.warnf("audit log: the chain begins without what was published before: %s", unreachable.getMessage());
            return Stream.empty();
        }
    }

    private Stream<ChainHead> left() {
        return sinks.stream()
                .map(sink -> sink.sink().lastLine())
                .flatMap(Optional::stream)
                .map(ChainLine::parse)
                .flatMap(Optional::stream)
                .filter(ChainLine::isUnchanged)
                .map(ChainLine::head);
    }

    private void put(Instant at, ChainLine line) {
        send(line);
        if (unsigned == 0) {
            checkpointDue = at.plus(interval);
            meters.unsignedSince(at);
        }
        unsigned++;
    }

    private void send(ChainLine line) {
        head = line.head();
        sinks.forEach(sink -> sink.write(line.text()));
        meters.written();
    }

    private void sign(Instant now, ChainAction action) {
        try {
            ChainLine checkpoint = head.checkpoint(now, action, notary.signer());
            send(checkpoint);
            unpublished = checkpoint;
            unsigned = 0;
            checkpointDue = Instant.MAX;
            meters.unsignedSince(null);
        } catch (RuntimeException unreachable) {
            checkpointDue = now.plus(RETRY);
            LOG.warnf("audit log: entries are not signed yet: %s", unreachable.getMessage());
        }
    }

    private void publish(Instant now, ChainLine checkpoint) {
        try {
            notary.publish(checkpoint);
            unpublished = null;
            publicationDue = now.plus(interval);
        } catch (RuntimeException unreachable) {
            publicationDue = now.plus(RETRY);
            LOG.warnf("audit log: a checkpoint is not published yet: %s", unreachable.getMessage());
        }
    }
}
