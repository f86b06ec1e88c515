package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.key.KeyHash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Governance as a test declares it. */
public final class FakeGovernance implements Governance {
    private final List<GoverningPolicy> policies = new ArrayList<>();
    private final List<ManagedKey> keys = new ArrayList<>();
    private final Set<ObjectName> managementSecrets = new HashSet<>();
    private final Set<KeyHash> managementHashes = new HashSet<>();

    /** One policy over every namespace. */
    public FakeGovernance policy(String name, EnforcementMode mode) {
        policies.add(new GoverningPolicy(name, mode, Map.of(), List.of("internal", "confidential"), List.of()));
        return this;
    }

    public FakeGovernance policy(GoverningPolicy policy) {
        policies.add(policy);
        return this;
    }

    public FakeGovernance key(String namespace, String name, String... values) {
        Set<KeyHash> hashes = new HashSet<>();
        for (String value : values) {
            hashes.add(SampleKeys.hashOf(value));
        }
        keys.add(new ManagedKey(
                new ObjectName(namespace, name), name + "-openrouter", "OPENROUTER_API_KEY", "confidential", hashes));
        return this;
    }

    /** A key whose Secret only pods of these service accounts may use. */
    public FakeGovernance keyFor(String namespace, String name, String... serviceAccounts) {
        keys.add(new ManagedKey(
                new ObjectName(namespace, name),
                name + "-openrouter",
                "OPENROUTER_API_KEY",
                "confidential",
                Set.of(),
                Set.of(serviceAccounts)));
        return this;
    }

    public FakeGovernance managementSecret(String namespace, String name, String value) {
        managementSecrets.add(new ObjectName(namespace, name));
        managementHashes.add(SampleKeys.hashOf(value));
        return this;
    }

    @Override
    public List<GoverningPolicy> policiesOf(String namespace) {
        return List.copyOf(policies);
    }

    @Override
    public List<ManagedKey> keysIn(String namespace) {
        return keys.stream()
                .filter(key -> key.name().namespace().equals(namespace))
                .toList();
    }

    @Override
    public Optional<ManagedKey> keyOfSecret(ObjectName secret) {
        return keys.stream().filter(key -> key.secret().equals(secret)).findFirst();
    }

    @Override
    public Optional<ManagedKey> ownerOf(KeyHash hash) {
        return keys.stream().filter(key -> key.hashes().contains(hash)).findFirst();
    }

    @Override
    public boolean holdsManagementKey(ObjectName secret) {
        return managementSecrets.contains(secret);
    }

    @Override
    public boolean isManagementKey(KeyHash hash) {
        return managementHashes.contains(hash);
    }
}
