package io.openrouteroperator.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.account.Guardrail;
import io.openrouteroperator.simulator.account.GuardrailSettings;
import io.openrouteroperator.simulator.account.KeySettings;
import io.openrouteroperator.simulator.account.KeyStrings;
import io.openrouteroperator.simulator.account.Workspace;
import io.openrouteroperator.simulator.resource.WorkspacesResource;
import io.openrouteroperator.simulator.spending.ActivityRow;
import io.openrouteroperator.simulator.spending.LedgerEntry;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person at the dashboard does: edits without the API's rules, which the request log does not show. Safe for use by many
 * threads.
 */
public final class Dashboard {

    private final Account account;
    private final InstantSource time;

    Dashboard(Account account, InstantSource time) {
        this.account = account;
        this.time = time;
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

    /** Makes a key in the default workspace and gives its plaintext. */
    public String createKey(String name) {
        synchronized (account) {
            String plaintext = account.keyStrings().mint(KeyStrings.PREFIX);
            String workspace = account.workspaces().defaultOne().orElseThrow().id();
            KeySettings settings = new KeySettings(name, false, null, null, false);
            long number = account.keys().nextNumber();
            account.keys().put(ApiKey.born(number, plaintext, workspace, settings, time.instant()), time.instant());
            return plaintext;
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

    /** Puts a member, and so every key the member made, under a guardrail. */
    public void assignMember(String guardrailId, String userId) {
        synchronized (account) {
            account.memberAssignments().assign(guardrailId, userId, time.instant());
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
            account.ledger().add(LedgerEntry.byHand(row));
        }
    }
}
