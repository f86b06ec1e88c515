package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.key.KeyHash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Governance as a test declares it. */
public final class FakeGovernance extends DeclaredGovernance {
    private final List<GoverningPolicy> policies = new ArrayList<>();
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
        declare(new ManagedKey(
                new ObjectName(namespace, name), name + "-openrouter", "OPENROUTER_API_KEY", "confidential", hashes));
        return this;
    }

    /** A key whose Secret only pods of these service accounts may use. */
    public FakeGovernance keyFor(String namespace, String name, String... serviceAccounts) {
        declare(new ManagedKey(
                new ObjectName(namespace, name),
                name + "-openrouter",
                "OPENROUTER_API_KEY",
                "confidential",
                Set.of(),
                Set.of(serviceAccounts)));
        return this;
    }

    public FakeGovernance managementSecret(String namespace, String name, String value) {
        declareManagementSecret(new ObjectName(namespace, name));
        managementHashes.add(SampleKeys.hashOf(value));
        return this;
    }

    @Override
    public List<GoverningPolicy> policiesOf(String namespace) {
        return List.copyOf(policies);
    }

    @Override
    public boolean isManagementKey(KeyHash hash) {
        return managementHashes.contains(hash);
    }
}
