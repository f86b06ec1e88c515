package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.key.KeyHash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Governance over keys and accounts that are told to it one by one, for commands and tests that see a part of a cluster. */
public abstract class DeclaredGovernance implements Governance {
    private final List<ManagedKey> keys = new ArrayList<>();
    private final Set<ObjectName> managementSecrets = new HashSet<>();

    /** Nothing is declared yet. */
    protected DeclaredGovernance() {}

    /** The same keys and accounts as another. */
    protected DeclaredGovernance(DeclaredGovernance other) {
        keys.addAll(other.keys);
        managementSecrets.addAll(other.managementSecrets);
    }

    /** A service key is declared. */
    protected final void declare(ManagedKey key) {
        keys.add(key);
    }

    /** An account takes its management key from this Secret. */
    protected final void declareManagementSecret(ObjectName secret) {
        managementSecrets.add(secret);
    }

    /** The Secrets that accounts take their management keys from. */
    protected final Set<ObjectName> managementSecrets() {
        return Set.copyOf(managementSecrets);
    }

    @Override
    public final List<ManagedKey> keysIn(String namespace) {
        return keys.stream()
                .filter(key -> key.name().namespace().equals(namespace))
                .toList();
    }

    @Override
    public final Optional<ManagedKey> keyOfSecret(ObjectName secret) {
        return keys.stream().filter(key -> key.secret().equals(secret)).findFirst();
    }

    @Override
    public final Optional<ManagedKey> ownerOf(KeyHash hash) {
        return keys.stream().filter(key -> key.hashes().contains(hash)).findFirst();
    }

    @Override
    public final boolean holdsManagementKey(ObjectName secret) {
        return managementSecrets.contains(secret);
    }
}
