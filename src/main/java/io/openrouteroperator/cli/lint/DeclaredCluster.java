package io.openrouteroperator.cli.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.GoverningPolicy;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.PolicyFacts;
import io.openrouteroperator.core.admission.check.PodChecks;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.admission.facts.PodFacts;
import io.openrouteroperator.core.key.KeyHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cluster as its manifests declare it: what will be managed once they are applied, and what Secrets and ConfigMaps will hold. A
 * namespace without a manifest of its own is taken as governed by every policy.
 */
final class DeclaredCluster implements Governance {
    private static final GoverningPolicy STRICTEST =
            new GoverningPolicy("", EnforcementMode.ENFORCE, Map.of(), List.of(), List.of());

    private final List<PolicyFacts> policies = new ArrayList<>();
    private final Map<String, Map<String, String>> namespaces = new HashMap<>();
    private final List<ManagedKey> keys = new ArrayList<>();
    private final Set<ObjectName> managementSecrets = new HashSet<>();
    private final Map<ObjectName, EntryKeys> secrets = new HashMap<>();
    private final Map<ObjectName, EntryKeys> configMaps = new HashMap<>();

    void policy(PolicyFacts policy) {
        policies.add(policy);
    }

    void key(ManagedKey key) {
        keys.add(key);
    }

    void managementSecrets(Set<ObjectName> names) {
        managementSecrets.addAll(names);
    }

    void namespace(JsonNode namespace) {
        Map<String, String> labels = new HashMap<>();
        namespace
                .at("/metadata/labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        namespaces.put(namespace.at("/metadata/name").asText(), labels);
    }

    void contents(Contents contents) {
        ObjectName name =
                new ObjectName(contents.object().namespace(), contents.object().name());
        (contents.object().kind().equals("Secret") ? secrets : configMaps).put(name, contents.keys());
    }

    /** What a pod will read where it refers to something; what no manifest declares holds no key. */
    PodContents contentsFor(PodFacts pod) {
        String namespace = pod.object().namespace();
        Map<String, EntryKeys> secretKeys = new HashMap<>();
        Map<String, EntryKeys> configMapKeys = new HashMap<>();
        PodChecks.toLookUp(pod, this).forEach(reference -> {
            ObjectName name = new ObjectName(namespace, reference.target());
            EntryKeys found = (reference.isSecret() ? secrets : configMaps).getOrDefault(name, EntryKeys.NONE);
            (reference.isSecret() ? secretKeys : configMapKeys).put(reference.target(), found);
        });
        return new PodContents(secretKeys, configMapKeys);
    }

    @Override
    public List<GoverningPolicy> policiesOf(String namespace) {
        if (policies.isEmpty()) {
            return List.of(STRICTEST);
        }
        Map<String, String> labels = namespaces.get(namespace);
        return policies.stream()
                .map(policy -> labels == null ? Optional.of(policy.seenFromAnywhere()) : policy.seenFrom(labels))
                .flatMap(Optional::stream)
                .toList();
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
        return false;
    }
}
