package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.key.KeyHash;
import java.util.Set;

/**
 * The operator's record of one service key: the OpenRouterKey, the Secret it is delivered in, and the hashes that are its own.
 *
 * @param secretEntry the entry of the Secret that holds the key
 */
public record ManagedKey(
        ObjectName name, String secretName, String secretEntry, String classification, Set<KeyHash> hashes) {
    public ManagedKey {
        hashes = Set.copyOf(hashes);
    }

    /** The Secret, with its namespace. */
    public ObjectName secret() {
        return new ObjectName(name.namespace(), secretName);
    }
}
