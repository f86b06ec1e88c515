package io.openrouteroperator.cli.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.GoverningPolicy;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.PolicyFacts;
import io.openrouteroperator.core.admission.check.PodChecks;
import io.openrouteroperator.core.admission.facts.ContentName;
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
    private final Map<ContentName, EntryKeys> contents = new HashMap<>();

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

    void contents(Contents written) {
        contents.put(ContentName.of(written.object()), written.keys());
    }

    /** What a pod will read where it refers to something; what no manifest declares holds no key. */
    PodContents contentsFor(PodFacts pod) {
        Map<ContentName, EntryKeys> read = new HashMap<>();
        PodChecks.toLookUp(pod, this).forEach(reference -> {
            ContentName name = ContentName.referredTo(pod.object().namespace(), reference);
            read.put(name, contents.getOrDefault(name, EntryKeys.NONE));
        });
        return PodContents.of(read);
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
