package io.openrouteroperator.core.rollout;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.rollout.ConsumerPod.Ownership;
import io.openrouteroperator.core.rollout.RolloutStep.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Consumers as tests tell of them. */
final class Namespace {
    static final KeyHash CURRENT = new KeyHash("c".repeat(64));
    static final KeyHash EARLIER = new KeyHash("e".repeat(64));
    static final Instant PUBLISHED = Instant.parse("2026-11-25T02:00:00Z");
    static final Instant BEFORE = PUBLISHED.minus(Duration.ofHours(1));
    static final Instant AFTER = PUBLISHED.plus(Duration.ofMinutes(1));

    private Namespace() {}

    static Consumers seen(Object... things) {
        List<Workload> workloads = new ArrayList<>();
        List<ConsumerPod> pods = new ArrayList<>();
        for (Object thing : things) {
            switch (thing) {
                case SampleWorkload(Workload workload) -> workloads.add(workload);
                case SamplePod(ConsumerPod pod) -> pods.add(pod);
                default -> throw new IllegalArgumentException(thing.toString());
            }
        }
        return new Consumers(workloads, pods, PUBLISHED.plus(Rollout.REPORT_LAG));
    }

    /** What comes next for the current key, whose owner wants restarts. */
    static RolloutStep step(Consumers consumers) {
        return Rollout.next(consumers, CURRENT, PUBLISHED, true);
    }

    static Waiting waiting(boolean onSomebody, String words, String... pods) {
        return new Waiting(words, List.of(pods), onSomebody);
    }

    static WorkloadRef ref(String name) {
        return new WorkloadRef("apps/v1", "Deployment", "shop", name, "uid-of-" + name);
    }

    static SampleWorkload deployment(String name) {
        return new SampleWorkload(new Workload(ref(name), true, null, Hold.NONE, 0, false));
    }

    /** A pod of the Deployment whose name comes before the last dash. */
    static SamplePod pod(String name) {
        WorkloadRef owner = ref(workloadOf(name));
        return new SamplePod(new ConsumerPod(name, Ownership.WORKLOAD, owner, true, null, null, false, null));
    }

    private static String workloadOf(String pod) {
        return pod.substring(0, Math.max(pod.lastIndexOf('-'), 0));
    }

    record SampleWorkload(Workload it) {
        SampleWorkload rolledOut(KeyHash key) {
            return with(RolloutAnnotation.value(key), it.hold(), it.partition(), it.failing());
        }

        SampleWorkload held(Hold hold) {
            return with(it.rolledOutHash(), hold, 0, it.failing());
        }

        SampleWorkload partitioned(int partition) {
            return with(it.rolledOutHash(), Hold.PARTITIONED, partition, it.failing());
        }

        SampleWorkload thatFails() {
            return with(it.rolledOutHash(), it.hold(), it.partition(), true);
        }

        private SampleWorkload with(@Nullable String hash, Hold hold, int partition, boolean failing) {
            return new SampleWorkload(new Workload(it.ref(), true, hash, hold, partition, failing));
        }
    }

    record SamplePod(ConsumerPod it) {
        SamplePod since(@Nullable Instant readSince) {
            return with(it.readsAtStart(), readSince, it.hash(), it.ending(), it.trouble());
        }

        SamplePod marked(KeyHash key) {
            return with(it.readsAtStart(), it.readSince(), RolloutAnnotation.value(key), it.ending(), it.trouble());
        }

        SamplePod readingAgain() {
            return with(false, it.readSince(), it.hash(), it.ending(), it.trouble());
        }

        SamplePod thatEnds() {
            return with(it.readsAtStart(), it.readSince(), it.hash(), true, it.trouble());
        }

        SamplePod inTrouble(String trouble) {
            return with(it.readsAtStart(), it.readSince(), it.hash(), it.ending(), trouble);
        }

        SamplePod madeBy(Ownership ownership) {
            WorkloadRef owner = switch (ownership) {
                case Ownership.WORKLOAD -> ref(workloadOf(it.name()));
                case Ownership.JOB -> other("Job");
                case Ownership.UNKNOWN -> other("Foo");
                case Ownership.BARE -> null;
            };
            return new SamplePod(new ConsumerPod(
                    it.name(), ownership, owner, true, it.readSince(), it.hash(), it.ending(), it.trouble()));
        }

        private WorkloadRef other(String kind) {
            String name = workloadOf(it.name());
            return new WorkloadRef("example.org/v1", kind, "shop", name, "uid-of-" + kind + name);
        }

        private SamplePod with(
                boolean readsAtStart,
                @Nullable Instant readSince,
                @Nullable String hash,
                boolean ending,
                @Nullable String trouble) {
            return new SamplePod(new ConsumerPod(
                    it.name(), it.ownership(), it.controller(), readsAtStart, readSince, hash, ending, trouble));
        }
    }
}
