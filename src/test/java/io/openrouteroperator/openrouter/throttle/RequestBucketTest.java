package io.openrouteroperator.openrouter.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;

class RequestBucketTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ManualTime time = new ManualTime();
    private final RequestBucket bucket = new RequestBucket(1, time);

    /** Time that passes only when told; waiting threads look at it again every millisecond. */
    private static final class ManualTime implements Timekeeper {
        private final AtomicLong now = new AtomicLong();

        @Override
        public long nanos() {
            return now.get();
        }

        @Override
        @SuppressWarnings("WaitNotInLoop") // the bucket loops around it
        public void await(Condition condition, long nanos) throws InterruptedException {
            condition.await(1, TimeUnit.MILLISECONDS);
        }

        @Override
        public void sleep(Duration duration) {
            throw new UnsupportedOperationException("a bucket never sleeps");
        }

        void pass(Duration duration) {
            now.addAndGet(duration.toNanos());
        }
    }

    @Test
    void manyCallersAreServedByUrgencyAndThenByArrival() throws InterruptedException {
        bucket.acquire(Priority.CREATE, PATIENCE);
        List<String> served = new CopyOnWriteArrayList<>();
        List<Thread> callers = new ArrayList<>();
        for (Priority priority :
                List.of(Priority.REFRESH, Priority.WRITE, Priority.CREATE, Priority.READ, Priority.CREATE)) {
            String name = priority + "-" + callers.size();
            callers.add(Thread.ofVirtual().start(() -> acquire(priority, name, served)));
            await().until(() -> bucket.waiting() == callers.size());
        }

        for (int turn = 1; turn <= callers.size(); turn++) {
            time.pass(Duration.ofSeconds(1));
            int expected = turn;
            await().until(() -> served.size() == expected);
        }

        assertThat(served).containsExactly("CREATE-2", "CREATE-4", "WRITE-1", "READ-3", "REFRESH-0");
    }

    @Test
    void pauseHoldsEverybodyBack() throws InterruptedException {
        bucket.pause(Duration.ofSeconds(10));
        List<String> served = new CopyOnWriteArrayList<>();
        Thread caller = Thread.ofVirtual().start(() -> acquire(Priority.CREATE, "one", served));
        await().until(() -> bucket.waiting() == 1);

        time.pass(Duration.ofSeconds(9));
        assertThat(bucket.acquire(Priority.CREATE, Duration.ZERO)).isInstanceOf(Turn.Refused.class);
        time.pass(Duration.ofSeconds(1));

        caller.join();
        assertThat(served).containsExactly("one");
    }

    @Test
    void refusesAtOnceWhenThePauseOutlastsTheCallersPatience() throws InterruptedException {
        bucket.pause(Duration.ofMinutes(2));

        assertThat(bucket.acquire(Priority.CREATE, PATIENCE))
                .isEqualTo(new Turn.Refused(Duration.ZERO, Duration.ofMinutes(2)));
        assertThat(bucket.waiting()).isZero();
    }

    @Test
    void countsTheWait() throws InterruptedException {
        bucket.acquire(Priority.WRITE, PATIENCE);
        List<Turn> turns = new CopyOnWriteArrayList<>();
        Thread caller = Thread.ofVirtual().start(() -> turns.add(turn(Priority.WRITE)));
        await().until(() -> bucket.waiting() == 1);

        time.pass(Duration.ofSeconds(1));

        caller.join();
        assertThat(turns).containsExactly(new Turn.Granted(Duration.ofSeconds(1)));
    }

    @Test
    void interruptedCallerLeavesTheQueue() throws InterruptedException {
        bucket.acquire(Priority.WRITE, PATIENCE);
        Thread caller = Thread.ofVirtual().start(() -> turn(Priority.CREATE));
        await().until(() -> bucket.waiting() == 1);

        caller.interrupt();

        await().until(() -> bucket.waiting() == 0);
    }

    private void acquire(Priority priority, String name, List<String> served) {
        if (turn(priority) instanceof Turn.Granted) {
            served.add(name);
        }
    }

    private Turn turn(Priority priority) {
        try {
            return bucket.acquire(priority, PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Turn.Refused(Duration.ZERO, Duration.ZERO);
        }
    }
}
