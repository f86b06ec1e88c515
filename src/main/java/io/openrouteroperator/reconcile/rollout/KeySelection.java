package io.openrouteroperator.reconcile.rollout;

import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which references take the key out of a Secret; its other entries are of no interest.
 *
 * @param secretName the Secret
 * @param entries those of its entries that hold the key
 */
record KeySelection(String secretName, Set<String> entries) {
    KeySelection {
        entries = Set.copyOf(entries);
    }

    boolean isIn(EnvFromSource source) {
        return source.getSecretRef() != null && isOurs(source.getSecretRef().getName());
    }

    boolean isIn(EnvVar variable) {
        SecretKeySelector selector =
                variable.getValueFrom() == null ? null : variable.getValueFrom().getSecretKeyRef();
        return selector != null && isOurs(selector.getName()) && entries.contains(selector.getKey());
    }

    /** Paths of files with the key, inside a volume; none when the volume has nothing of it. */
    Set<String> filesIn(Volume volume) {
        Stream<String> plain = volume.getSecret() == null
                ? Stream.empty()
                : files(volume.getSecret().getSecretName(), volume.getSecret().getItems());
        Stream<String> projected = volume.getProjected() == null
                ? Stream.empty()
                : volume.getProjected().getSources().stream()
                        .map(source -> source.getSecret())
                        .filter(Objects::nonNull)
                        .flatMap(secret -> files(secret.getName(), secret.getItems()));
        return Stream.concat(plain, projected).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<String> files(@Nullable String name, List<KeyToPath> items) {
        if (!isOurs(name)) {
            return Stream.empty();
        }
        return items.isEmpty()
                ? entries.stream()
                : items.stream().filter(item -> entries.contains(item.getKey())).map(KeyToPath::getPath);
    }

    private boolean isOurs(@Nullable String name) {
        return secretName.equals(name);
    }
}
