package io.openrouteroperator.reconcile.account;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.KeyName;
import io.openrouteroperator.core.openrouter.Credits;
import io.openrouteroperator.core.openrouter.Destination;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.Workspace;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one poll of an account found.
 *
 * @param startedAt when it began; what was written since is newer than this poll
 * @param workspaceId the workspace that keys are made in by default
 * @param workspaces all workspaces
 * @param credits of the account
 * @param keys by hash, over all workspaces
 * @param keysByOwner those with a name of ours, by the short UID in it
 * @param guardrails id by key hash
 * @param destinations of traces, in the workspace that keys are made in by default; empty when no audit trail is asked for
 * @param catalogue providers and models on offer
 */
public record AccountPoll(
        Instant startedAt,
        String workspaceId,
        List<Workspace> workspaces,
        Credits credits,
        Map<KeyHash, RemoteKey> keys,
        Map<String, List<RemoteKey>> keysByOwner,
        Map<KeyHash, String> guardrails,
        List<Destination> destinations,
        Catalogue catalogue) {

    /** Groups the keys of one cluster by the owner their names tell. */
    static Map<String, List<RemoteKey>> byOwner(Stream<RemoteKey> keys, String cluster) {
        return keys.filter(key -> nameOf(key, cluster).isPresent())
                .collect(Collectors.groupingBy(
                        key -> nameOf(key, cluster).orElseThrow().shortUid()));
    }

    /** All workspaces, the default one first. */
    public Stream<String> workspaceIds() {
        return Stream.concat(Stream.of(workspaceId), workspaces.stream().map(Workspace::id))
                .distinct();
    }

    /** The id of a workspace by slug or id, or the default one when none is named. */
    public Optional<String> workspace(@Nullable String slugOrId) {
        if (slugOrId == null) {
            return Optional.of(workspaceId);
        }
        return workspaces.stream()
                .filter(workspace ->
                        workspace.id().equals(slugOrId) || workspace.slug().equals(slugOrId))
                .map(Workspace::id)
                .findFirst();
    }

    private static Optional<KeyName> nameOf(RemoteKey key, String cluster) {
        return KeyName.parse(key.name()).filter(name -> name.cluster().equals(cluster));
    }
}
