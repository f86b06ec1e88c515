package io.openrouteroperator.core.rollout;

import io.openrouteroperator.core.rollout.ConsumerPod.Ownership;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which pods are waited for, owner by owner, and whether they come along by themselves. */
final class RolloutWait {
    static final RolloutStep.Waiting HIDDEN = new RolloutStep.Waiting(
            "the operator has no right to see who holds an earlier key (list pods and workloads)", List.of(), true);

    /** More than a person reads in one line. */
    private static final int MOST_OWNERS = 5;

    /** One owner's part; without a reason its pods are being replaced. */
    private record Part(String pods, @Nullable String reason) {
        boolean onSomebody() {
            return reason != null;
        }

        String words() {
            return pods + (reason == null ? "" : ": " + reason);
        }
    }

    private final Consumers seen;
    private final boolean restarts;

    RolloutWait(Consumers seen, boolean restarts) {
        this.seen = seen;
        this.restarts = restarts;
    }

    RolloutStep.Waiting over(List<ConsumerPod> stale) {
        List<Part> parts = parts(stale);
        List<String> words = new ArrayList<>(
                parts.stream().limit(MOST_OWNERS).map(Part::words).toList());
        if (parts.size() > MOST_OWNERS) {
            words.add("and %d more".formatted(parts.size() - MOST_OWNERS));
        }
        return new RolloutStep.Waiting(
                String.join("; ", words),
                stale.stream().map(ConsumerPod::name).toList(),
                parts.stream().allMatch(Part::onSomebody));
    }

    /** Nobody holds an earlier key for sure, but these may turn out to. */
    static RolloutStep.Waiting whileStarting(List<ConsumerPod> pods) {
        List<String> names = pods.stream().map(ConsumerPod::name).sorted().toList();
        String words = names.size() == 1
                ? "pod %s starts and may have read an earlier key".formatted(names.getFirst())
                : "%d pods start and may have read an earlier key".formatted(names.size());
        return new RolloutStep.Waiting(words, names, false);
    }

    private List<Part> parts(List<ConsumerPod> stale) {
        Map<String, List<ConsumerPod>> byOwner =
                stale.stream().collect(Collectors.groupingBy(RolloutWait::owner, TreeMap::new, Collectors.toList()));
        return byOwner.entrySet().stream()
                .map(group -> part(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(Part::onSomebody))
                .toList();
    }

    private static String owner(ConsumerPod pod) {
        WorkloadRef controller = pod.controller();
        return controller == null ? "" : controller.words();
    }

    private Part part(String owner, List<ConsumerPod> pods) {
        String count = pods.size() == 1 ? "pod " + pods.getFirst().name() : pods.size() + " pods";
        String holders = owner.isEmpty() ? count : count + " of " + owner;
        String verb = pods.size() == 1 ? " still holds" : " still hold";
        return new Part(holders + verb + " an earlier key", reason(pods));
    }

    /** Why these pods are not being replaced; null when one of them is. */
    private @Nullable String reason(List<ConsumerPod> pods) {
        List<ConsumerPod> staying = pods.stream().filter(pod -> !pod.ending()).toList();
        return staying.isEmpty() ? troubleOf(pods).orElse(null) : reasonToStay(staying);
    }

    private @Nullable String reasonToStay(List<ConsumerPod> pods) {
        return switch (pods.getFirst().ownership()) {
            case Ownership.JOB -> "the Job ends by itself";
            case Ownership.BARE -> "nothing replaces a pod without a controller";
            case Ownership.UNKNOWN -> "the operator cannot restart it";
            case Ownership.WORKLOAD -> restarts ? reasonOfWorkload(pods) : "rollout.strategy is None";
        };
    }

    private @Nullable String reasonOfWorkload(List<ConsumerPod> pods) {
        Optional<Workload> found = seen.workloadOf(pods.getFirst());
        if (found.isEmpty()) {
            return null;
        }
        Workload workload = found.get();
        if (pods.stream().allMatch(workload::keeps)) {
            return workload.hold().words();
        }
        List<ConsumerPod> siblings =
                seen.pods().stream().filter(pod -> pod.isOf(workload.ref())).toList();
        return troubleOf(siblings)
                .map(trouble -> "its rollout does not get on, " + trouble)
                .orElse(workload.failing() ? "its rollout failed" : null);
    }

    private static Optional<String> troubleOf(List<ConsumerPod> pods) {
        return pods.stream()
                .filter(pod -> pod.trouble() != null)
                .findFirst()
                .map(pod -> "pod %s: %s".formatted(pod.name(), pod.trouble()));
    }
}
