package io.openrouteroperator.simulator.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.account.Guardrail;
import io.openrouteroperator.simulator.account.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the guardrails in force for a key. */
public final class PolicyInForce {

    private final Account account;
    private final DefaultGuardrailScope scope;

    public PolicyInForce(Account account, DefaultGuardrailScope scope) {
        this.account = account;
        this.scope = scope;
    }

    /** The key's own guardrail, that of the member who made the key, and the workspace's default one where it applies. */
    public List<Guardrail> guardrails(ApiKey key) {
        List<Guardrail> found = new ArrayList<>();
        account.guardrailOf(key).ifPresent(found::add);
        Optional.ofNullable(key.creatorUserId())
                .flatMap(account.memberAssignments()::of)
                .flatMap(row -> account.guardrails().find(row.guardrailId()))
                .ifPresent(found::add);
        if (scope == DefaultGuardrailScope.ALL_TRAFFIC || found.isEmpty()) {
            account.workspaces()
                    .find(key.workspaceId())
                    .map(Workspace::defaultGuardrailId)
                    .flatMap(account.guardrails()::find)
                    .ifPresent(found::add);
        }
        return found;
    }

    /** What restricts a key: its guardrails and the account. */
    public Restrictions restrictions(ApiKey key) {
        List<JsonNode> layers = new ArrayList<>();
        guardrails(key).forEach(guardrail -> layers.add(guardrail.settings()));
        layers.add(account.privacy());
        return new Restrictions(layers);
    }

    /** What restricts the account as a whole. */
    public Restrictions accountRestrictions() {
        return new Restrictions(List.of(account.privacy()));
    }
}
