package io.openrouteroperator.reconcile.policy;

import io.openrouteroperator.core.openrouter.GuardrailSettings;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.RemoteGuardrail;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds one guardrail at OpenRouter to what its classification compiles to. */
final class GuardrailSync {
    /** What had to be done. */
    enum Action {
        NOTHING,
        CREATED,
        UPDATED,
        PUT_BACK
    }

    /**
     * A guardrail that says what is wanted.
     *
     * @param id of the guardrail
     * @param action what had to be done for it
     */
    record Synced(String id, Action action) {}

    private GuardrailSync() {}

    /**
     * The guardrail of a classification among those of its workspace: by the id recorded for it, else by its name, by which one
     * whose creation was not answered is found again.
     */
    static Optional<RemoteGuardrail> find(List<RemoteGuardrail> guardrails, @Nullable String recordedId, String name) {
        return guardrails.stream()
                .filter(guardrail -> guardrail.id().equals(recordedId))
                .findFirst()
                .or(() -> guardrails.stream()
                        .filter(guardrail -> guardrail.settings().name().equals(name))
                        .min(Comparator.comparing(RemoteGuardrail::id)));
    }

    /**
     * Makes the guardrail say what is wanted.
     *
     * @param wantedBefore whether the same was wanted at the last write, so that a difference now is somebody else's doing
     */
    static Synced sync(
            OpenRouter openRouter,
            String workspaceId,
            Optional<RemoteGuardrail> found,
            GuardrailSettings wanted,
            boolean wantedBefore) {
        if (found.isEmpty()) {
            RemoteGuardrail created = openRouter.createGuardrail(workspaceId, wanted);
            return new Synced(created.id(), Action.CREATED);
        }
        RemoteGuardrail existing = found.get();
        if (existing.isInSync(wanted)) {
            return new Synced(existing.id(), Action.NOTHING);
        }
        openRouter.updateGuardrail(existing.id(), wanted);
        return new Synced(existing.id(), wantedBefore ? Action.PUT_BACK : Action.UPDATED);
    }
}
