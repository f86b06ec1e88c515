package io.openrouteroperator.openrouter;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.GuardrailSettings;
import io.openrouteroperator.core.openrouter.RemoteGuardrail;
import io.openrouteroperator.openrouter.http.ApiClient;
import io.openrouteroperator.openrouter.http.Call;
import io.openrouteroperator.openrouter.http.Operation;
import io.openrouteroperator.openrouter.wire.GuardrailWire;
import io.openrouteroperator.openrouter.wire.KeyWire;
import io.openrouteroperator.openrouter.wire.WireObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls about guardrails and the keys bound to them. */
final class GuardrailCalls {
    /** How many hashes go into one assignment; no maximum is documented (trap 22). */
    private static final int BATCH = 100;

    private final ApiClient client;
    private final CountedPages pages;

    GuardrailCalls(ApiClient client) {
        this.client = client;
        this.pages = new CountedPages(client, CountedPages.MANAGEMENT_PAGE);
    }

    List<RemoteGuardrail> list(String workspaceId) {
        Call list = Call.to(Operation.LIST_GUARDRAILS, "guardrails").with("workspace_id", workspaceId);
        Map<String, RemoteGuardrail> byId = new LinkedHashMap<>();
        pages.all(list, GuardrailWire::guardrail).forEach(guardrail -> byId.putIfAbsent(guardrail.id(), guardrail));
        return List.copyOf(byId.values());
    }

    Optional<RemoteGuardrail> find(String id) {
        return client.find(Call.to(Operation.FIND_GUARDRAIL, "guardrails", id), GuardrailCalls::guardrail);
    }

    RemoteGuardrail create(String workspaceId, GuardrailSettings settings) {
        return client.call(
                Call.to(Operation.CREATE_GUARDRAIL, "guardrails").sending(GuardrailWire.create(workspaceId, settings)),
                GuardrailCalls::guardrail);
    }

    /** One update; a second one where the answer shows fields of a newer server that somebody set. */
    RemoteGuardrail update(String id, GuardrailSettings settings) {
        RemoteGuardrail updated = update(id, settings, List.of());
        List<String> newer = GuardrailWire.newerFields(updated);
        return newer.isEmpty() ? updated : update(id, settings, newer);
    }

    /** A guardrail already gone is success. */
    void delete(String id) {
        client.find(Call.to(Operation.DELETE_GUARDRAIL, "guardrails", id), answer -> answer);
    }

    int assign(String id, Set<KeyHash> keys) {
        List<KeyHash> sorted = keys.stream().sorted().toList();
        int assigned = 0;
        for (int start = 0; start < sorted.size(); start += BATCH) {
            assigned += assignBatch(id, sorted.subList(start, Math.min(sorted.size(), start + BATCH)));
        }
        return assigned;
    }

    /** With many keys the list has many pages, and each new key asks for itself. */
    boolean isAssigned(String id, KeyHash key) {
        Call list = Call.to(Operation.ASSIGNED_KEYS, "guardrails", id, "assignments", "keys");
        return pages.contain(list, row -> KeyWire.hash(row, "key_hash"), key);
    }

    boolean isBound(String id) {
        return pages.hasRows(Call.to(Operation.ASSIGNED_KEYS, "guardrails", id, "assignments", "keys"))
                || pages.hasRows(Call.to(Operation.ASSIGNED_MEMBERS, "guardrails", id, "assignments", "members"));
    }

    Map<KeyHash, String> assignments() {
        Map<KeyHash, String> guardrails = new HashMap<>();
        Call list = Call.to(Operation.ASSIGNMENTS, "guardrails", "assignments", "keys");
        pages.all(list, row -> Map.entry(KeyWire.hash(row, "key_hash"), row.needText("guardrail_id")))
                .forEach(entry -> guardrails.put(entry.getKey(), entry.getValue()));
        return Map.copyOf(guardrails);
    }

    private RemoteGuardrail update(String id, GuardrailSettings settings, Collection<String> reset) {
        return client.call(
                Call.to(Operation.UPDATE_GUARDRAIL, "guardrails", id).sending(GuardrailWire.update(settings, reset)),
                GuardrailCalls::guardrail);
    }

    private int assignBatch(String id, Collection<KeyHash> keys) {
        Call assign = Call.to(Operation.ASSIGN_KEYS, "guardrails", id, "assignments", "keys")
                .sending(GuardrailWire.keyHashes(keys));
        return client.call(
                assign,
                answer -> answer.need("assigned_count", answer.number("assigned_count"))
                        .intValue());
    }

    private static RemoteGuardrail guardrail(WireObject answer) {
        return GuardrailWire.guardrail(answer.need("data", answer.object("data")));
    }
}
