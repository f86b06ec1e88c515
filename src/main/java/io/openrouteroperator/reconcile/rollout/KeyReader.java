package io.openrouteroperator.reconcile.rollout;

import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A container that reads the key.
 *
 * @param name its name
 * @param stage when it runs
 * @param manner how it reads
 */
record KeyReader(String name, Stage stage, Manner manner) {
    /** When a container runs. */
    enum Stage {
        /** Before the others, to its end; what it made of the key lives on in the pod. */
        PREPARATION,
        /** Beside the others. */
        SERVICE,
        /** Put into the running pod by a person. */
        DEBUGGING
    }

    /** How a container reads. */
    enum Manner {
        /** Into its environment, when it starts. */
        ENVIRONMENT,
        /** From a file that keeps the content it had when the container started. */
        FIXED_FILE,
        /** From a file that the kubelet brings up to date within a minute or two. */
        LIVE_FILE
    }

    /** Whether what it read stays what it was. */
    boolean readsAtStart() {
        return manner != Manner.LIVE_FILE;
    }

    /** All containers of a pod that read the key. */
    static List<KeyReader> in(PodSpec spec, KeySelection key) {
        Map<String, Set<String>> files = spec.getVolumes().stream()
                .collect(Collectors.toMap(volume -> volume.getName(), key::filesIn, (first, _) -> first));
        List<KeyReader> readers = new ArrayList<>();
        spec.getInitContainers().forEach(container -> {
            Stage stage = "Always".equals(container.getRestartPolicy()) ? Stage.SERVICE : Stage.PREPARATION;
            manner(key, files, container.getEnvFrom(), container.getEnv(), container.getVolumeMounts())
                    .ifPresent(manner -> readers.add(of(container.getName(), stage, manner)));
        });
        spec.getContainers()
                .forEach(container -> manner(
                                key, files, container.getEnvFrom(), container.getEnv(), container.getVolumeMounts())
                        .ifPresent(manner -> readers.add(of(container.getName(), Stage.SERVICE, manner))));
        spec.getEphemeralContainers()
                .forEach(container -> manner(
                                key, files, container.getEnvFrom(), container.getEnv(), container.getVolumeMounts())
                        .ifPresent(manner -> readers.add(of(container.getName(), Stage.DEBUGGING, manner))));
        return List.copyOf(readers);
    }

    /** A preparation never sees a file change: it is over by then. */
    private static KeyReader of(String name, Stage stage, Manner manner) {
        boolean over = stage == Stage.PREPARATION && manner == Manner.LIVE_FILE;
        return new KeyReader(name, stage, over ? Manner.FIXED_FILE : manner);
    }

    /** The manner that keeps an earlier key longest. */
    private static Optional<Manner> manner(
            KeySelection key,
            Map<String, Set<String>> files,
            List<EnvFromSource> sources,
            List<EnvVar> variables,
            List<VolumeMount> mounts) {
        if (sources.stream().anyMatch(key::isIn) || variables.stream().anyMatch(key::isIn)) {
            return Optional.of(Manner.ENVIRONMENT);
        }
        return mounts.stream()
                .map(mount -> manner(mount, files.getOrDefault(mount.getName(), Set.of())))
                .flatMap(Optional::stream)
                .min(Manner::compareTo);
    }

    private static Optional<Manner> manner(VolumeMount mount, Set<String> files) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        if (isSet(mount.getSubPathExpr())) {
            return Optional.of(Manner.FIXED_FILE);
        }
        String subPath = mount.getSubPath();
        if (!isSet(subPath)) {
            return Optional.of(Manner.LIVE_FILE);
        }
        boolean leadsToKey = files.stream().anyMatch(file -> file.equals(subPath) || file.startsWith(subPath + "/"));
        return leadsToKey ? Optional.of(Manner.FIXED_FILE) : Optional.empty();
    }

    private static boolean isSet(@Nullable String text) {
        return text != null && !text.isEmpty();
    }
}
