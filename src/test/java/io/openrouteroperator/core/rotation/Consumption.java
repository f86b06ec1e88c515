package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.rollout.ConsumerPod;
import io.openrouteroperator.core.rollout.ConsumerPod.Ownership;
import io.openrouteroperator.core.rollout.Consumers;
import io.openrouteroperator.core.rollout.Hold;
import io.openrouteroperator.core.rollout.RolloutAnnotation;
import io.openrouteroperator.core.rollout.Workload;
import io.openrouteroperator.core.rollout.WorkloadRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pods that call OpenRouter with the key they hold: two of a Deployment, which read it when they start; one that reads its file
 * again and again; and Jobs. They do what their cluster does with them, and know nothing of the protocol.
 */
final class Consumption {
    /** How long a pod takes to be replaced, and a mounted file to be refreshed. */
    private static final Duration PACE = Duration.ofMinutes(2);

    /** Between reading the Secret and running. */
    private static final Duration START = Duration.ofSeconds(5);

    private static final Duration LIFE_OF_A_JOB = Duration.ofHours(10);
    private static final WorkloadRef DEPLOYMENT = new WorkloadRef("apps/v1", "Deployment", "shop", "web", "uid-web");
    private static final WorkloadRef JOB = new WorkloadRef("batch/v1", "Job", "shop", "report", "uid-report");

    /** Who calls. */
    static final class Pod {
        private final String name;
        private final @Nullable WorkloadRef owner;
        private @Nullable KeyHash holds;
        private @Nullable String mark;
        private Instant readAt;
        private boolean running;
        private boolean readDeadKey;
        private boolean stuck;
        private @Nullable Instant hinderedAt;

        Pod(String name, @Nullable WorkloadRef owner, Instant now) {
            this.name = name;
            this.owner = owner;
            this.readAt = now;
        }

        String name() {
            return name;
        }

        @Nullable
        KeyHash holds() {
            return holds;
        }

        /** The last moment at which something kept it from being replaced, null for never. */
        @Nullable
        Instant hinderedAt() {
            return hinderedAt;
        }

        /** Whether somebody had put a key into the Secret that works no more. */
        boolean readDeadKey() {
            return readDeadKey;
        }

        private boolean isJob() {
            return JOB.equals(owner);
        }

        private boolean reads() {
            return owner == null;
        }
    }

    private final World world;
    private final List<Pod> pods = new ArrayList<>();
    private @Nullable String templateMark;
    private boolean paused;
    private boolean refusing;
    private int made;

    Consumption(World world) {
        this.world = world;
        pods.add(new Pod("web-a", DEPLOYMENT, world.now));
        pods.add(new Pod("web-b", DEPLOYMENT, world.now));
        pods.add(new Pod("reader", null, world.now));
    }

    /** Everybody calls with what it holds. */
    void call() {
        pods.stream()
                .filter(pod -> pod.running && pod.holds != null)
                .forEach(pod -> world.promises.called(pod, world.account.keys.get(pod.holds())));
    }

    /** What the cluster does in that time. */
    void advance(Duration time) {
        pods.removeIf(pod -> pod.isJob() && !world.now.isBefore(pod.readAt.plus(LIFE_OF_A_JOB)));
        for (Pod pod : pods) {
            pod.running = pod.running || (pod.holds != null && !world.now.isBefore(pod.readAt.plus(START)));
            boolean mayMove = time.compareTo(PACE) >= 0 && !pod.stuck;
            if (pod.stuck || pod.isJob() || (!pod.reads() && (paused || refusing))) {
                pod.hinderedAt = world.now;
            }
            if (mayMove && (pod.holds == null || pod.reads() || isOutdated(pod))) {
                read(pod, world.now.minus(START));
            }
        }
    }

    private boolean isOutdated(Pod pod) {
        return !pod.isJob() && !paused && templateMark != null && !templateMark.equals(pod.mark);
    }

    /** A new pod takes its place, and reads what is there; without a key in the Secret the pod before it stays. */
    private void read(Pod pod, Instant at) {
        KeyHash found = world.inSecret();
        if (found == null) {
            pod.hinderedAt = world.now;
            return;
        }
        pod.holds = found;
        pod.readAt = at;
        pod.mark = templateMark;
        pod.running = !world.now.isBefore(at.plus(START));
        pod.readDeadKey = !world.account.works(found);
    }

    /** The operator marks the template. */
    void restart(KeyHash hash) {
        if (!refusing) {
            templateMark = RolloutAnnotation.value(hash);
        }
    }

    void startAnew(int choice) {
        Pod pod = pods.get(choice % pods.size());
        if (!pod.stuck && !pod.isJob()) {
            read(pod, world.now);
        }
    }

    void startJob() {
        Pod job = new Pod("report-" + made++, JOB, world.now);
        read(job, world.now);
        pods.add(job);
    }

    void stick(int choice, boolean stuck) {
        Pod pod = pods.get(choice % 2);
        pod.stuck = stuck;
        pod.hinderedAt = world.now;
    }

    void pause(boolean now) {
        paused = now;
        hinderWorkload();
    }

    void refuseRestarts(boolean now) {
        refusing = now;
        hinderWorkload();
    }

    void removeMark() {
        templateMark = null;
        hinderWorkload();
    }

    /** Nothing holds anybody up any more, and Jobs have ended. */
    void peace() {
        pods.removeIf(Pod::isJob);
        pods.forEach(pod -> pod.stuck = false);
        paused = false;
        refusing = false;
    }

    private void hinderWorkload() {
        pods.stream().filter(pod -> !pod.reads()).forEach(pod -> pod.hinderedAt = world.now);
    }

    /** Whether every pod holds this key. */
    boolean allHold(KeyHash hash) {
        return pods.stream().allMatch(pod -> hash.equals(pod.holds));
    }

    /** As the operator finds them. */
    Consumers seen() {
        Workload workload = new Workload(DEPLOYMENT, true, templateMark, paused ? Hold.PAUSED : Hold.NONE, 0, false);
        return new Consumers(
                List.of(workload), pods.stream().map(Consumption::seen).toList(), world.now);
    }

    private static ConsumerPod seen(Pod pod) {
        Ownership ownership = pod.isJob() ? Ownership.JOB : pod.reads() ? Ownership.BARE : Ownership.WORKLOAD;
        @Nullable Instant since = pod.running ? pod.readAt.plus(START) : null;
        return new ConsumerPod(pod.name, ownership, pod.owner, !pod.reads(), since, pod.mark, false, null);
    }
}
