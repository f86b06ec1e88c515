package io.openrouteroperator.reconcile.policy;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The policies as compiled by this process, by name; empty right after a start. */
public final class PolicyRegistry {
    /**
     * A compiled policy.
     *
     * @param generation of the object it was compiled from
     * @param classifications by name
     */
    public record PolicyView(long generation, Map<String, ClassificationView> classifications) {
        public PolicyView {
            classifications = Map.copyOf(classifications);
        }
    }

    private final Map<String, PolicyView> policies = new ConcurrentHashMap<>();

    /** A classification as compiled from this generation of its policy; empty when that is still to be done. */
    public Optional<ClassificationView> classification(String policy, long generation, String classification) {
        return Optional.ofNullable(policies.get(policy))
                .filter(view -> view.generation() == generation)
                .map(view -> view.classifications().get(classification));
    }

    void put(String policy, PolicyView view) {
        policies.put(policy, view);
    }
}
