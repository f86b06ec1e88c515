package io.openrouteroperator.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.core.admission.declaration.Declarations;
import io.openrouteroperator.core.plan.LiveKey;
import io.openrouteroperator.governance.DeclarationCache;
import io.openrouteroperator.governance.PolicyMapper;
import io.openrouteroperator.listing.ObjectKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a cluster declares and records, read once: policies, keys, accounts and namespaces. */
public final class ClusterState {
    private final DeclarationCache declarations = new DeclarationCache();
    private final DeclaredCluster admission = DeclaredCluster.complete();
    private final Map<String, OpenRouterPolicy> policies = new LinkedHashMap<>();
    private final List<OpenRouterKey> keys = new ArrayList<>();
    private final List<LiveKey> liveKeys = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    private ClusterState() {}

    /** The state now. */
    public static ClusterState read(ClusterObjects objects) {
        ClusterState state = new ClusterState();
        String namespace = objects.defaultNamespace();
        for (ObjectKind kind : List.of(ObjectKind.NAMESPACE, ObjectKind.ACCOUNT, ObjectKind.POLICY, ObjectKind.KEY)) {
            objects.forEach(kind, "", object -> state.add(kind, object, namespace));
        }
        return state;
    }

    /**
     * What may be seen of it by someone who has rights in one namespace only; what may not is left out.
     *
     * @param namespace whose keys are wanted, empty for all
     */
    public static ClusterState readWhatIsAllowed(ClusterObjects objects, String namespace) {
        ClusterState state = new ClusterState();
        String fallback = objects.defaultNamespace();
        for (ObjectKind kind : List.of(ObjectKind.NAMESPACE, ObjectKind.POLICY)) {
            try {
                objects.forEach(kind, "", object -> state.add(kind, object, fallback));
            } catch (ClusterUnreadableException e) {
                state.unreadable.add(String.valueOf(e.getMessage()));
            }
        }
        objects.forEach(ObjectKind.KEY, namespace, object -> state.add(ObjectKind.KEY, object, fallback));
        return state;
    }

    private void add(ObjectKind kind, JsonNode object, String namespace) {
        String name = object.at("/metadata/name").asText();
        try {
            admission.declare(object, namespace);
            if (kind.equals(ObjectKind.NAMESPACE)) {
                declarations.namespace(name, OwnKinds.labels(object));
            } else if (kind.equals(ObjectKind.POLICY)) {
                OpenRouterPolicy policy = OwnKinds.policy(object);
                declarations.policy(PolicyMapper.rules(policy));
                policies.put(name, policy);
            } else if (kind.equals(ObjectKind.KEY)) {
                add(OwnKinds.key(object, namespace));
            }
        } catch (RuntimeException e) {
            unreadable.add("%s %s does not fit its definition".formatted(kind.kind(), name));
        }
    }

    private void add(OpenRouterKey key) {
        LiveKey live = LiveKeyMapper.liveKey(key);
        declarations.key(live.declared());
        liveKeys.add(live);
        keys.add(key);
    }

    /** Takes over a policy as if it had been applied. */
    public void apply(OpenRouterPolicy policy) {
        admission.policy(policy);
        declarations.policy(PolicyMapper.rules(policy));
        policies.put(policy.getMetadata().getName(), policy);
    }

    /** For the rules about our own kinds. */
    public Declarations declarations() {
        return declarations;
    }

    /** For the rules about everything else. */
    public DeclaredCluster admission() {
        return admission;
    }

    /** A policy as it is. */
    public Optional<OpenRouterPolicy> policy(String name) {
        return Optional.ofNullable(policies.get(name));
    }

    /** All policies. */
    public List<OpenRouterPolicy> policies() {
        return List.copyOf(policies.values());
    }

    /** All keys as they are. */
    public List<OpenRouterKey> keys() {
        return Collections.unmodifiableList(keys);
    }

    /** All keys as a plan sees them, in the same order. */
    public List<LiveKey> liveKeys() {
        return Collections.unmodifiableList(liveKeys);
    }

    /** Objects that are not understood, one sentence each. */
    public List<String> unreadable() {
        return Collections.unmodifiableList(unreadable);
    }
}
