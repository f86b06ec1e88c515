package io.openrouteroperator.page;

import io.openrouteroperator.background.BackgroundLoop;
import io.openrouteroperator.core.compliance.trend.DayFigures;
import io.openrouteroperator.core.compliance.trend.ReviewHistory;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers the figures of each UTC day once, soon after it has begun: one write a day, and none when they are those of the day before. */
public final class HistoryLoop implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofMinutes(1);

    private final Supplier<DayFigures> today;
    private final Supplier<ReviewHistory> remembered;
    private final Consumer<ReviewHistory> keep;
    private final Clock clock;
    private final BackgroundLoop loop = new BackgroundLoop("review-history", this::look, PERIOD, RETRY);

    /** Touched by the loop's thread alone. */
    private @Nullable LocalDate done;

    HistoryLoop(
            Supplier<DayFigures> today, Supplier<ReviewHistory> remembered, Consumer<ReviewHistory> keep, Clock clock) {
        this.today = today;
        this.remembered = remembered;
        this.keep = keep;
        this.clock = clock;
    }

    /** A loop that is not started yet. */
    public static HistoryLoop create(LiveReview review, ReviewHistoryStore store, Clock clock) {
        return new HistoryLoop(() -> review.now().today(), store::read, store::write, clock);
    }

    /** Starts to look in the background. */
    public void start() {
        loop.start();
    }

    @Override
    public void close() {
        loop.close();
    }

    /** Writes the figures of today, unless somebody did. */
    void look() {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!day.equals(done)) {
            ReviewHistory known = remembered.get();
            if (!known.knows(day)) {
                DayFigures figures = today.get();
                if (!known.endsLike(figures)) {
                    keep.accept(known.with(figures));
                }
            }
            done = day;
        }
    }
}
