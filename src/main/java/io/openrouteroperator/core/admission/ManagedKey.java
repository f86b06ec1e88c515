package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.key.KeyHash;
import java.util.Set;

/**
 * The operator's record of one service key: the OpenRouterKey, the Secret it is delivered in, and the hashes that are its own.
 *
 * @param secretEntry the entry of the Secret that holds the key
 * @param serviceAccounts whose pods may use the Secret; empty for those of every service account of the namespace
 */
public record ManagedKey(
        ObjectName name,
        String secretName,
        String secretEntry,
        String classification,
        Set<KeyHash> hashes,
        Set<String> serviceAccounts) {
    public ManagedKey {
        hashes = Set.copyOf(hashes);
        serviceAccounts = Set.copyOf(serviceAccounts);
    }

    /** A key that every service account of the namespace may use. */
    public ManagedKey(
            ObjectName name, String secretName, String secretEntry, String classification, Set<KeyHash> hashes) {
        this(name, secretName, secretEntry, classification, hashes, Set.of());
    }

    /** The Secret, with its namespace. */
    public ObjectName secret() {
        return new ObjectName(name.namespace(), secretName);
    }

    /** Whether pods of this service account may use the key. */
    public boolean isFor(String serviceAccount) {
        return serviceAccounts.isEmpty() || serviceAccounts.contains(serviceAccount);
    }
}
