package io.openrouteroperator.reconcile.rollout;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.openrouteroperator.reconcile.rollout.KeyReader.Manner;
import io.openrouteroperator.reconcile.rollout.KeyReader.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Since when a pod holds what it read at start. */
final class ReadingTime {
    /**
     * A container that starts again in an old pod finds its files as the kubelet last brought them up to date: each minute by
     * default, from a cache that may be as old.
     */
    private static final Duration FILES_LAG = Duration.ofMinutes(2);

    private ReadingTime() {}

    /** The earliest reading that is still in use; null when none is. */
    static @Nullable Instant of(Pod pod, List<KeyReader> readers) {
        return readers.stream()
                .filter(KeyReader::readsAtStart)
                .flatMap(reader -> of(pod, reader).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Optional<Instant> of(Pod pod, KeyReader reader) {
        PodStatus status = pod.getStatus();
        if (status == null) {
            return Optional.empty();
        }
        Optional<ContainerStatus> found = statuses(status)
                .filter(container -> reader.name().equals(container.getName()))
                .findFirst();
        if (found.isEmpty()) {
            return "Pending".equals(status.getPhase()) ? Optional.empty() : Optional.of(startOf(pod));
        }
        return start(found.get(), reader.stage())
                .map(text -> text.isEmpty() ? startOf(pod) : Instant.parse(text))
                .map(start -> isLate(found.get(), reader) ? start.minus(FILES_LAG) : start);
    }

    private static Stream<ContainerStatus> statuses(PodStatus status) {
        return Stream.of(
                        status.getInitContainerStatuses(),
                        status.getContainerStatuses(),
                        status.getEphemeralContainerStatuses())
                .flatMap(List::stream);
    }

    /** When it started, as the kubelet says, or empty text when it does not say; nothing when it holds no key now. */
    private static Optional<String> start(ContainerStatus status, Stage stage) {
        ContainerState state = status.getState();
        if (state == null) {
            return Optional.empty();
        }
        if (state.getRunning() != null) {
            return Optional.of(Objects.requireNonNullElse(state.getRunning().getStartedAt(), ""));
        }
        boolean prepared = stage == Stage.PREPARATION && state.getTerminated() != null;
        return prepared
                ? Optional.of(Objects.requireNonNullElse(state.getTerminated().getStartedAt(), ""))
                : Optional.empty();
    }

    private static boolean isLate(ContainerStatus status, KeyReader reader) {
        Integer restarts = status.getRestartCount();
        return reader.manner() == Manner.FIXED_FILE && restarts != null && restarts > 0;
    }

    private static Instant startOf(Pod pod) {
        String started = pod.getStatus().getStartTime();
        return Instant.parse(started == null ? pod.getMetadata().getCreationTimestamp() : started);
    }
}
