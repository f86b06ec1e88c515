package io.openrouteroperator.simulator.account;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All workspaces, and which of them is the default one, if it still exists. */
public final class Workspaces {

    private final Map<String, Workspace> byId = new LinkedHashMap<>();
    private final Map<String, Workspace> removed = new HashMap<>();
    private final String defaultId;

    public Workspaces(Workspace defaultWorkspace) {
        this.defaultId = defaultWorkspace.id();
        put(defaultWorkspace);
    }

    public void put(Workspace workspace) {
        byId.put(workspace.id(), workspace);
    }

    public void remove(String id) {
        find(id).ifPresent(workspace -> removed.put(id, workspace));
        byId.remove(id);
    }

    public Optional<Workspace> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A workspace that exists or did once, as it was last. */
    public Optional<Workspace> findOrRemember(String id) {
        return find(id).or(() -> Optional.ofNullable(removed.get(id)));
    }

    public Optional<Workspace> findByIdOrSlug(String idOrSlug) {
        return find(idOrSlug)
                .or(() -> byId.values().stream()
                        .filter(workspace -> workspace.slug().equals(idOrSlug))
                        .findFirst());
    }

    /** The workspace used where none is named; empty once it has been deleted. */
    public Optional<Workspace> defaultOne() {
        return find(defaultId);
    }

    /** All, oldest first. */
    public List<Workspace> all() {
        return List.copyOf(byId.values());
    }

    /** The workspace whose default guardrail has this id. */
    public Optional<Workspace> ofDefaultGuardrail(String guardrailId) {
        return byId.values().stream()
                .filter(workspace -> workspace.defaultGuardrailId().equals(guardrailId))
                .findFirst();
    }
}
