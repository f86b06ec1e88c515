package io.openrouteroperator.simulator.resource.guardrail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.Assignment;
import io.openrouteroperator.simulator.account.Guardrail;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Page;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.http.Wire;
import java.util.List;

/** Which members are under which guardrail; whether they exist is not known here. */
public final class MemberAssignmentsResource {

    private static final String ORGANIZATION = "org_simulated";

    private final Account account;

    public MemberAssignmentsResource(Account account) {
        this.account = account;
    }

    public void addTo(Routes routes) {
        routes.get("/guardrails/{id}/assignments/members", Access.MANAGEMENT, this::listOfGuardrail);
        routes.post("/guardrails/{id}/assignments/members", Access.MANAGEMENT, this::assign);
    }

    private Answer listOfGuardrail(Call call) {
        Guardrail guardrail = find(call);
        List<Assignment> rows = account.memberAssignments().newestFirst().stream()
                .filter(row -> row.guardrailId().equals(guardrail.id()))
                .toList();
        return Page.of(call, rows, row -> List.of(wire(row)));
    }

    private Answer assign(Call call) {
        Guardrail guardrail = find(call);
        JsonNode members = call.body().path("member_user_ids");
        members.forEach(member -> account.memberAssignments().assign(guardrail.id(), member.asText(), call.now()));
        return Answer.ok(Wire.object().put("assigned_count", members.size()));
    }

    private Guardrail find(Call call) {
        return account.guardrails().find(call.step("id")).orElseThrow(Refusal::notFound);
    }

    private static ObjectNode wire(Assignment row) {
        ObjectNode wire = Wire.object();
        wire.put("id", row.id());
        wire.put("user_id", row.subject());
        wire.put("organization_id", ORGANIZATION);
        wire.put("guardrail_id", row.guardrailId());
        wire.put("assigned_by", Account.OWNER);
        wire.put("created_at", Wire.shortTime(row.createdAt()));
        return wire;
    }
}
