package io.openrouteroperator.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.ActivityRow;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.account.Guardrail;
import io.openrouteroperator.simulator.account.GuardrailSettings;
import io.openrouteroperator.simulator.account.ResetInterval;
import io.openrouteroperator.simulator.account.Workspace;
import io.openrouteroperator.simulator.resource.WorkspacesResource;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person at the dashboard sees and does: everything at once, without the API's limits, and edits which the API's log does not
 * show. Safe for use by many threads.
 */
public final class Dashboard {

    private final Account account;
    private final InstantSource time;

    Dashboard(Account account, InstantSource time) {
        this.account = account;
        this.time = time;
    }

    /** All keys of all workspaces, newest first. */
    public List<KeySnapshot> keys() {
        synchronized (account) {
            return account.keys().newestFirst().map(this::snapshot).toList();
        }
    }

    /** All guardrails that were ever written, newest first. */
    public List<GuardrailSnapshot> guardrails() {
        synchronized (account) {
            return account.guardrails().newestFirst().stream()
                    .map(guardrail -> new GuardrailSnapshot(
                            guardrail.id(),
                            guardrail.name(),
                            guardrail.workspaceId(),
                            guardrail.isDefault(),
                            guardrail.settings().deepCopy()))
                    .toList();
        }
    }

    /** All assignments of keys, newest first. */
    public List<AssignmentSnapshot> assignments() {
        synchronized (account) {
            return account.keyAssignments().newestFirst().stream()
                    .map(row -> new AssignmentSnapshot(row.guardrailId(), row.subject()))
                    .toList();
        }
    }

    /** Id of the default workspace; null once it has been deleted. */
    public @Nullable String defaultWorkspaceId() {
        synchronized (account) {
            return account.workspaces().defaultOne().map(Workspace::id).orElse(null);
        }
    }

    /** Makes a workspace and gives its id. */
    public String createWorkspace(String name, String slug) {
        synchronized (account) {
            Workspace workspace = WorkspacesResource.blank(name, slug, time.instant());
            account.workspaces().put(workspace);
            return workspace.id();
        }
    }

    public void setKeyDisabled(String hash, boolean disabled) {
        synchronized (account) {
            account.keys()
                    .update(
                            hash,
                            key -> key.withSettings(key.settings().withDisabled(disabled), time.instant()),
                            time.instant());
        }
    }

    public void deleteKey(String hash) {
        synchronized (account) {
            account.keys().remove(hash, time.instant());
        }
    }

    /** Lets a key have spent, as if it had been used. */
    public void spend(String hash, BigDecimal usd) {
        synchronized (account) {
            account.keys().update(hash, key -> key.afterUse(usd, BigDecimal.ZERO, time.instant()), time.instant());
        }
    }

    /** Replaces some fields of a guardrail, in wire form. */
    public void editGuardrail(String id, JsonNode change) {
        synchronized (account) {
            account.guardrails()
                    .find(id)
                    .map(guardrail -> guardrail.withSettings(
                            GuardrailSettings.changed(guardrail.settings(), change), time.instant()))
                    .ifPresent(account.guardrails()::put);
        }
    }

    public void deleteGuardrail(String id) {
        synchronized (account) {
            account.deleteGuardrail(id);
        }
    }

    /** Puts a key under a guardrail, away from any other. */
    public void assign(String guardrailId, String keyHash) {
        synchronized (account) {
            account.keyAssignments().assign(guardrailId, keyHash, time.instant());
        }
    }

    /** Frees a key from its guardrail. */
    public void unassign(String keyHash) {
        synchronized (account) {
            account.keyAssignments()
                    .of(keyHash)
                    .ifPresent(row -> account.keyAssignments().unassign(row.guardrailId(), keyHash));
        }
    }

    /** Makes a guardrail without workspace, as they were before workspaces existed, and gives its id. */
    public String createLegacyGuardrail(String name) {
        synchronized (account) {
            String id = UUID.randomUUID().toString();
            ObjectNode settings = GuardrailSettings.unrestricted(name);
            account.guardrails().put(new Guardrail(id, null, time.instant(), null, settings, false));
            return id;
        }
    }

    /** Replaces some of the account's privacy settings, in the words of a guardrail. */
    public void editPrivacy(JsonNode change) {
        synchronized (account) {
            account.setPrivacy(GuardrailSettings.changed(account.privacy(), change));
        }
    }

    public void setCredits(BigDecimal usd) {
        synchronized (account) {
            account.setPurchasedCredits(usd);
        }
    }

    public void setDailyKeyChanges(int limit) {
        synchronized (account) {
            account.quota().setLimit(limit);
        }
    }

    /** Key changes counted so far in the current ration. */
    public int keyChangesUsed() {
        synchronized (account) {
            return account.quota().used();
        }
    }

    /** Adds a row to the ledger, as if that had happened; the key's own counters stay. */
    public void addActivity(ActivityRow row) {
        synchronized (account) {
            account.activity().add(row);
        }
    }

    private KeySnapshot snapshot(ApiKey key) {
        ResetInterval reset = key.settings().limitReset();
        return new KeySnapshot(
                key.hash(),
                key.settings().name(),
                key.workspaceId(),
                key.settings().disabled(),
                key.settings().limit(),
                reset == null ? null : reset.wireName(),
                key.usage().total(),
                account.keyAssignments()
                        .of(key.hash())
                        .map(row -> row.guardrailId())
                        .orElse(null),
                key.createdAt(),
                key.expiresAt(),
                key.lastUsedAt());
    }
}
