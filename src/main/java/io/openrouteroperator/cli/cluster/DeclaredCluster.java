package io.openrouteroperator.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.api.v1alpha1.ApiGroup;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.core.admission.DeclaredGovernance;
import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.admission.GoverningPolicy;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.PolicyFacts;
import io.openrouteroperator.core.admission.check.PodChecks;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.PodFacts;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.governance.FactsMapper;
import io.openrouteroperator.manifest.ObjectFactsReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cluster as its objects declare it: what is managed, or will be once they are applied, and what Secrets and ConfigMaps hold as far
 * as they are known.
 */
public final class DeclaredCluster extends DeclaredGovernance {
    private static final GoverningPolicy STRICTEST =
            new GoverningPolicy("", EnforcementMode.ENFORCE, Map.of(), List.of(), List.of());

    private final List<PolicyFacts> policies = new ArrayList<>();
    private final Map<String, Map<String, String>> namespaces = new HashMap<>();
    private final Map<ContentName, EntryKeys> contents = new HashMap<>();

    private final boolean complete;

    private DeclaredCluster(boolean complete) {
        this.complete = complete;
    }

    private DeclaredCluster(DeclaredCluster other) {
        super(other);
        complete = other.complete;
        policies.addAll(other.policies);
        namespaces.putAll(other.namespaces);
        contents.putAll(other.contents);
    }

    /** A part of a cluster, such as some files: a namespace that is not among them is taken as governed by every policy. */
    public static DeclaredCluster partial() {
        return new DeclaredCluster(false);
    }

    /** A whole cluster: what is not declared is not there. */
    public static DeclaredCluster complete() {
        return new DeclaredCluster(true);
    }

    /**
     * Takes over what an object declares; one of a kind that declares nothing is passed over.
     *
     * @param namespace taken for an object that names none
     * @throws IllegalArgumentException if it is of our own kinds and does not fit its definition
     */
    public void declare(JsonNode object, String namespace) {
        if (ObjectFactsReader.read(object, namespace) instanceof Contents written) {
            contents.put(ContentName.of(written.object()), written.keys());
        } else if (object.path("kind").asText().equals("Namespace")) {
            namespace(object);
        } else if (object.path("apiVersion").asText().startsWith(ApiGroup.NAME + "/")) {
            declareOwn(object, namespace);
        }
    }

    private void declareOwn(JsonNode object, String namespace) {
        try {
            switch (object.path("kind").asText()) {
                case "OpenRouterPolicy" -> policy(OwnKinds.policy(object));
                case "OpenRouterAccount" ->
                    FactsMapper.managementSecrets(OwnKinds.account(object)).forEach(this::declareManagementSecret);
                case "OpenRouterKey" -> declare(FactsMapper.knownKey(OwnKinds.key(object, namespace)));
                default -> {}
            }
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("it does not fit its definition");
        }
    }

    /** Takes over a policy, in the place of one of the same name. */
    public void policy(OpenRouterPolicy policy) {
        PolicyFacts facts = FactsMapper.policy(policy);
        policies.removeIf(known -> known.name().equals(facts.name()));
        policies.add(facts);
    }

    /** The same cluster with another policy, in the place of one of the same name. */
    public DeclaredCluster with(OpenRouterPolicy policy) {
        DeclaredCluster other = new DeclaredCluster(this);
        other.policy(policy);
        return other;
    }

    /** Whether there is any policy at all; where a part of a cluster has none, it is judged as strictly as can be. */
    public boolean hasPolicies() {
        return !policies.isEmpty();
    }

    private void namespace(JsonNode namespace) {
        namespaces.put(namespace.at("/metadata/name").asText(), OwnKinds.labels(namespace));
    }

    /** What a pod reads of which nothing is known here. */
    public Set<ContentName> contentsUnknown(PodFacts pod) {
        return PodChecks.namesToLookUp(pod, this).stream()
                .filter(name -> !contents.containsKey(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What a pod will read where it refers to something; what no manifest declares holds no key. */
    public PodContents contentsFor(PodFacts pod) {
        return PodChecks.contents(pod, this, name -> contents.getOrDefault(name, EntryKeys.NONE));
    }

    @Override
    public List<GoverningPolicy> policiesOf(String namespace) {
        if (policies.isEmpty() && !complete) {
            return List.of(STRICTEST);
        }
        Map<String, String> labels = namespaces.get(namespace);
        if (labels == null && complete) {
            return List.of();
        }
        return policies.stream()
                .map(policy -> labels == null ? Optional.of(policy.seenFromAnywhere()) : policy.seenFrom(labels))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public boolean isManagementKey(KeyHash hash) {
        return managementSecrets().stream()
                .map(secret -> contents.getOrDefault(new ContentName(true, secret), EntryKeys.NONE))
                .flatMap(keys -> keys.byEntry().values().stream())
                .flatMap(List::stream)
                .anyMatch(mark -> mark.hash().equals(hash));
    }
}
