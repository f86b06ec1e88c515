package io.openrouteroperator.simulator.resource.guardrail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.account.Assignment;
import io.openrouteroperator.simulator.account.Guardrail;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Page;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.http.Wire;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which keys are under which guardrail. */
public final class KeyAssignmentsResource {

    private final Account account;

    public KeyAssignmentsResource(Account account) {
        this.account = account;
    }

    public void addTo(Routes routes) {
        routes.get("/guardrails/assignments/keys", Access.MANAGEMENT, this::listAll);
        routes.get("/guardrails/{id}/assignments/keys", Access.MANAGEMENT, this::listOfGuardrail);
        routes.post("/guardrails/{id}/assignments/keys", Access.MANAGEMENT, this::assign);
        routes.post("/guardrails/{id}/assignments/keys/remove", Access.MANAGEMENT, this::unassign);
    }

    private Answer listAll(Call call) {
        return Page.of(
                call,
                account.keyAssignments().newestFirst(),
                row -> wire(row).stream().toList());
    }

    private Answer listOfGuardrail(Call call) {
        Guardrail guardrail = find(call);
        List<Assignment> rows = account.keyAssignments().newestFirst().stream()
                .filter(row -> row.guardrailId().equals(guardrail.id()))
                .toList();
        return Page.of(call, rows, row -> wire(row).stream().toList());
    }

    /** Keys nobody knows are passed over in silence; a key of another workspace refuses the whole call. */
    private Answer assign(Call call) {
        String id = call.step("id");
        if (account.workspaces().ofDefaultGuardrail(id).isPresent()) {
            throw Refusal.badRequest("Workspace default guardrails apply to all unassigned keys automatically");
        }
        Guardrail guardrail = find(call);
        List<ApiKey> keys = new ArrayList<>();
        hashes(call).forEach(hash -> account.keys().find(hash).ifPresent(keys::add));
        boolean foreign = guardrail.workspaceId() != null
                && keys.stream().anyMatch(key -> !key.workspaceId().equals(guardrail.workspaceId()));
        if (foreign) {
            throw Refusal.badRequest("Some keys do not belong to the same workspace as the guardrail");
        }
        keys.forEach(key -> account.keyAssignments().assign(guardrail.id(), key.hash(), call.now()));
        return Answer.ok(Wire.object().put("assigned_count", keys.size()));
    }

    private Answer unassign(Call call) {
        Guardrail guardrail = find(call);
        long removed = hashes(call).stream()
                .filter(hash -> account.keyAssignments().unassign(guardrail.id(), hash))
                .count();
        return Answer.ok(Wire.object().put("unassigned_count", removed));
    }

    private Guardrail find(Call call) {
        return account.guardrails().find(call.step("id")).orElseThrow(Refusal::notFound);
    }

    private static Set<String> hashes(Call call) {
        Set<String> hashes = new LinkedHashSet<>();
        for (JsonNode hash : call.body().path("key_hashes")) {
            hashes.add(hash.asText());
        }
        return hashes;
    }

    /** Nothing for the row of a deleted key. */
    private Optional<ObjectNode> wire(Assignment row) {
        return account.keys().find(row.subject()).map(key -> {
            ObjectNode wire = Wire.object();
            wire.put("id", row.id());
            wire.put("guardrail_id", row.guardrailId());
            wire.put("key_hash", key.hash());
            wire.put("key_name", key.settings().name());
            wire.put("key_label", key.label());
            wire.put("assigned_by", Account.OWNER);
            wire.put("created_at", Wire.shortTime(row.createdAt()));
            return wire;
        });
    }
}
