package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.Workspace;
import io.openrouteroperator.core.policy.compile.Catalogue;
import io.openrouteroperator.reconcile.OperatorSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads an account once: every workspace's keys, their guardrails, credits, and the catalogue when it is due. */
final class AccountPoller {
    private record DatedCatalogue(Catalogue catalogue, Instant readAt) {}

    /** Slug that OpenRouter gives the workspace every account starts with. */
    private static final String DEFAULT_WORKSPACE = "default";

    private final OperatorSettings settings;
    private final Clock clock;
    private final Map<String, DatedCatalogue> catalogues = new ConcurrentHashMap<>();

    AccountPoller(OperatorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** One poll, or empty when the workspace wanted does not exist. */
    Optional<AccountPoll> poll(OpenRouter openRouter, @Nullable String wantedWorkspace, boolean withDestinations) {
        Instant startedAt = clock.instant();
        List<Workspace> workspaces = openRouter.workspaces();
        Optional<String> workspaceId = resolve(workspaces, wantedWorkspace);
        if (workspaceId.isEmpty()) {
            return Optional.empty();
        }
        Map<KeyHash, RemoteKey> keys = new LinkedHashMap<>();
        for (Workspace workspace : workspaces) {
            openRouter.listKeys(workspace.id()).forEach(key -> keys.put(key.hash(), key));
        }
        return Optional.of(new AccountPoll(
                startedAt,
                workspaceId.get(),
                workspaces,
                openRouter.credits(),
                keys,
                AccountPoll.byOwner(keys.values().stream(), settings.cluster()),
                openRouter.assignments(),
                withDestinations ? openRouter.listDestinations(workspaceId.get()) : List.of(),
                catalogue(openRouter)));
    }

    private static Optional<String> resolve(List<Workspace> workspaces, @Nullable String wanted) {
        String slugOrId = wanted == null ? DEFAULT_WORKSPACE : wanted;
        return workspaces.stream()
                .filter(workspace ->
                        workspace.slug().equals(slugOrId) || workspace.id().equals(slugOrId))
                .map(Workspace::id)
                .findFirst()
                .or(() ->
                        wanted == null ? workspaces.stream().map(Workspace::id).findFirst() : Optional.empty());
    }

    private Catalogue catalogue(OpenRouter openRouter) {
        String account = openRouter.connection().account();
        DatedCatalogue known = catalogues.get(account);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.readAt().plus(settings.catalogueInterval()))) {
            return known.catalogue();
        }
        Catalogue fresh = Catalogue.withoutEndpoints(
                openRouter.providers(), openRouter.models(), openRouter.zeroDataRetentionEndpoints());
        catalogues.put(account, new DatedCatalogue(fresh, now));
        return fresh;
    }
}
