package io.openrouteroperator.page;

import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.compliance.trend.DayFigures;
import io.openrouteroperator.evidence.EvidenceSource;
import io.openrouteroperator.evidence.SnapshotBuilder;
import io.openrouteroperator.listing.ObjectsUnreadableException;
import io.openrouteroperator.listing.ReadableObjects;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The cluster as it is now, or was some seconds ago: however many look at it, it is read once in fifteen seconds at most, and by one at a
 * time.
 */
public final class LiveReview {
    private static final Duration KEPT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ReadableObjects objects;
    private final ObjectName operator;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock(true);

    /** Memory that is needed for something else may have it. */
    private SoftReference<@Nullable Taken> last = new SoftReference<>(null);

    /**
     * What was read.
     *
     * @param today its figures for the trends
     */
    record Taken(Snapshot snapshot, String digest, DayFigures today) {
        /**
         * The report of a part of it, as of when it was read.
         *
         * @param everything whether the reader may hear of all namespaces
         */
        ComplianceReport report(ReviewScope scope, boolean everything) {
            Snapshot told = everything ? snapshot : snapshot.withoutNamesInGaps();
            return ComplianceReport.of(told, scope, snapshot.takenAt(), digest);
        }
    }

    /**
     * Nothing is read before somebody asks.
     *
     * @param operator where the operator runs, and the name of its release
     */
    public LiveReview(ReadableObjects objects, ObjectName operator, Clock clock) {
        this.objects = objects;
        this.operator = operator;
        this.clock = clock;
    }

    /**
     * The cluster.
     *
     * @throws UnansweredException when it cannot be read, or not in time
     */
    Taken now() {
        if (!entered()) {
            throw new UnansweredException("Others are being served; try again in a minute.");
        }
        try {
            Instant now = clock.instant();
            Taken known = last.get();
            if (known != null && now.isBefore(known.snapshot().takenAt().plus(KEPT))) {
                return known;
            }
            Taken taken = take(now.truncatedTo(ChronoUnit.SECONDS));
            last = new SoftReference<>(taken);
            return taken;
        } finally {
            reading.unlock();
        }
    }

    private boolean entered() {
        try {
            return reading.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Taken take(Instant now) {
        SnapshotBuilder builder = new SnapshotBuilder(_ -> {});
        try {
            new EvidenceSource(objects, builder).read(null, operator);
        } catch (ObjectsUnreadableException unreadable) {
            throw new UnansweredException(String.valueOf(unreadable.getMessage()));
        }
        Snapshot snapshot = builder.build(now);
        String digest = builder.digest();
        return new Taken(
                snapshot, digest, DayFigures.of(ComplianceReport.of(snapshot, ReviewScope.EVERYTHING, now, digest)));
    }
}
