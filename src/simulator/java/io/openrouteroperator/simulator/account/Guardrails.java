package io.openrouteroperator.simulator.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All guardrails that have been written; a default guardrail appears here with its first change. */
public final class Guardrails {

    private final Map<String, Guardrail> byId = new LinkedHashMap<>();

    public Optional<Guardrail> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public void put(Guardrail guardrail) {
        byId.put(guardrail.id(), guardrail);
    }

    public boolean remove(String id) {
        return byId.remove(id) != null;
    }

    /** All, newest first. */
    public List<Guardrail> newestFirst() {
        return List.copyOf(byId.values()).reversed();
    }
}
