package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.KeyReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the Secrets and ConfigMaps that pods refer to.
 *
 * @param secrets keys found, by name of the Secret; one that does not exist holds none
 * @param configMaps the same for ConfigMaps
 */
public record PodContents(Map<String, EntryKeys> secrets, Map<String, EntryKeys> configMaps) {
    /** Nothing looked up. */
    public static final PodContents NONE = new PodContents(Map.of(), Map.of());

    public PodContents {
        secrets = Map.copyOf(secrets);
        configMaps = Map.copyOf(configMaps);
    }

    /** What was found in Secrets and ConfigMaps of one namespace. */
    public static PodContents of(Map<ContentName, EntryKeys> found) {
        Map<String, EntryKeys> secrets = new HashMap<>();
        Map<String, EntryKeys> configMaps = new HashMap<>();
        found.forEach((name, keys) ->
                (name.secret() ? secrets : configMaps).put(name.object().name(), keys));
        return new PodContents(secrets, configMaps);
    }

    /** The keys of the object that a reference points at; nothing when it could not be read. */
    public Optional<EntryKeys> of(KeyReference reference) {
        Map<String, EntryKeys> kind = reference.isSecret() ? secrets : configMaps;
        return Optional.ofNullable(kind.get(reference.target()));
    }
}
