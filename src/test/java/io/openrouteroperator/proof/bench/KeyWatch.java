package io.openrouteroperator.proof.bench;

import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far each key is, from the events about it. */
final class KeyWatch implements ResourceEventHandler<OpenRouterKey> {
    private record State(boolean ready, int serial, boolean alone) {
        static State of(OpenRouterKeyStatus status) {
            boolean ready = status.conditions().stream()
                    .anyMatch(condition -> "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()));
            var current = status.current();
            return new State(
                    ready,
                    current == null ? 0 : current.serial(),
                    status.pending() == null && status.previous().isEmpty());
        }
    }

    private final Map<String, State> states = new ConcurrentHashMap<>();

    long ready() {
        return states.values().stream().filter(State::ready).count();
    }

    boolean isReady(String name) {
        State state = states.get(name);
        return state != null && state.ready();
    }

    /** Keys that were replaced in their Secrets. */
    long replaced() {
        return states.values().stream().filter(state -> state.serial() > 1).count();
    }

    /** Keys that were replaced, and whose earlier keys are gone. */
    long rotated() {
        return states.values().stream()
                .filter(state -> state.serial() > 1 && state.alone())
                .count();
    }

    @Override
    public void onAdd(OpenRouterKey key) {
        look(key);
    }

    @Override
    public void onUpdate(OpenRouterKey before, OpenRouterKey key) {
        look(key);
    }

    @Override
    public void onDelete(OpenRouterKey key, boolean finalStateUnknown) {
        states.remove(key.getMetadata().getName());
    }

    private void look(OpenRouterKey key) {
        OpenRouterKeyStatus status = key.getStatus();
        if (status != null) {
            states.put(key.getMetadata().getName(), State.of(status));
        }
    }
}
