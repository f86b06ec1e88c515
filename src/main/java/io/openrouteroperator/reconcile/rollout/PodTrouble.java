package io.openrouteroperator.reconcile.rollout;

import io.fabric8.kubernetes.api.model.ContainerStateWaiting;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why a pod does not get ready, or does not end, without somebody's help. */
final class PodTrouble {
    private static final Set<String> USUAL = Set.of("ContainerCreating", "PodInitializing");
    /** As long as a Deployment waits by default before it calls its rollout failed. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** For a kubelet to end what it should have ended. */
    private static final Duration DELAY = Duration.ofMinutes(1);

    private PodTrouble() {}

    static Optional<String> of(Pod pod, Instant now) {
        String deleted = pod.getMetadata().getDeletionTimestamp();
        if (deleted != null) {
            return now.isAfter(Instant.parse(deleted).plus(DELAY))
                    ? Optional.of("it was deleted and does not end")
                    : Optional.empty();
        }
        PodStatus status = pod.getStatus();
        if (status == null) {
            return Optional.empty();
        }
        return waiting(status).or(() -> condition(status, now));
    }

    private static Optional<String> waiting(PodStatus status) {
        return Stream.of(status.getInitContainerStatuses(), status.getContainerStatuses())
                .flatMap(List::stream)
                .map(ContainerStatus::getState)
                .filter(state -> state != null && state.getWaiting() != null)
                .map(state -> state.getWaiting())
                .map(ContainerStateWaiting::getReason)
                .filter(reason -> reason != null && !USUAL.contains(reason))
                .findFirst();
    }

    private static Optional<String> condition(PodStatus status, Instant now) {
        return status.getConditions().stream()
                .filter(condition -> "False".equals(condition.getStatus()))
                .flatMap(condition -> words(condition, now).stream())
                .findFirst();
    }

    private static Optional<String> words(PodCondition condition, Instant now) {
        return switch (condition.getType()) {
            case "PodScheduled" -> Optional.of(Objects.requireNonNullElse(condition.getReason(), "Unschedulable"));
            case "Ready" ->
                Optional.ofNullable(condition.getLastTransitionTime())
                        .filter(since -> now.isAfter(Instant.parse(since).plus(PATIENCE)))
                        .map(since -> "not ready since " + since);
            default -> Optional.empty();
        };
    }
}
