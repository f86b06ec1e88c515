package io.openrouteroperator.simulator.resource.guardrail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.Guardrail;
import io.openrouteroperator.simulator.account.GuardrailSettings;
import io.openrouteroperator.simulator.account.Workspace;
import io.openrouteroperator.simulator.catalogue.Catalogue;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Page;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.http.Wire;
import io.openrouteroperator.simulator.resource.Readings;
import io.openrouteroperator.simulator.resource.WorkspaceChoice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Guardrails, and the default guardrails of workspaces, which come into being with their first change. */
public final class GuardrailsResource {

    private final Account account;
    private final Readings readings;
    private final GuardrailRules rules;

    public GuardrailsResource(Account account, Supplier<Catalogue> catalogue, Readings readings) {
        this.account = account;
        this.readings = readings;
        this.rules = new GuardrailRules(catalogue, readings);
    }

    public void addTo(Routes routes) {
        routes.get("/guardrails", Access.MANAGEMENT, this::list);
        routes.post("/guardrails", Access.MANAGEMENT, this::create);
        routes.get("/guardrails/{id}", Access.MANAGEMENT, this::get);
        routes.patch("/guardrails/{id}", Access.MANAGEMENT, this::change);
        routes.delete("/guardrails/{id}", Access.MANAGEMENT, this::delete);
    }

    private Answer list(Call call) {
        String workspace =
                WorkspaceChoice.of(account, call.parameter("workspace_id").orElse(null));
        List<Guardrail> found = account.guardrails().newestFirst().stream()
                .filter(guardrail -> workspace.equals(guardrail.workspaceId()))
                .filter(guardrail -> !guardrail.isDefault() || readings.defaultGuardrailListed())
                .toList();
        return Page.of(call, found, guardrail -> List.of(wire(guardrail)));
    }

    private Answer create(Call call) {
        ObjectNode body = call.body();
        String workspace = WorkspaceChoice.of(account, Wire.text(body, "workspace_id"));
        ObjectNode settings =
                rules.apply(GuardrailSettings.unrestricted(body.path("name").asText()), body, true);
        Guardrail guardrail = new Guardrail(UUID.randomUUID().toString(), workspace, call.now(), null, settings, false);
        account.guardrails().put(guardrail);
        return Answer.created(wire(guardrail));
    }

    private Answer get(Call call) {
        return Answer.data(wire(written(call).orElseThrow(Refusal::notFound)));
    }

    private Answer change(Call call) {
        Guardrail guardrail = written(call).or(() -> unwrittenDefault(call)).orElseThrow(Refusal::notFound);
        ObjectNode body = call.body();
        String name = Wire.text(body, "name");
        if (guardrail.isDefault() && name != null && !name.equals(guardrail.name())) {
            throw Refusal.badRequest("The name of a workspace default guardrail cannot be changed");
        }
        Guardrail changed = guardrail.withSettings(rules.apply(guardrail.settings(), body, false), call.now());
        account.guardrails().put(changed);
        return Answer.data(wire(changed));
    }

    private Answer delete(Call call) {
        if (!account.deleteGuardrail(call.step("id"))) {
            throw Refusal.notFound();
        }
        return Answer.deleted();
    }

    private Optional<Guardrail> written(Call call) {
        return account.guardrails().find(call.step("id"));
    }

    private Optional<Guardrail> unwrittenDefault(Call call) {
        return account.workspaces().ofDefaultGuardrail(call.step("id")).map(owner -> blank(owner, call.now()));
    }

    private static Guardrail blank(Workspace owner, Instant now) {
        return new Guardrail(
                owner.defaultGuardrailId(),
                owner.id(),
                now,
                null,
                GuardrailSettings.unrestricted(owner.defaultGuardrailName()),
                true);
    }

    private static ObjectNode wire(Guardrail guardrail) {
        ObjectNode wire = guardrail.settings().deepCopy();
        wire.put("id", guardrail.id());
        wire.put("workspace_id", guardrail.workspaceId());
        wire.put("created_at", Wire.shortTime(guardrail.createdAt()));
        wire.put("updated_at", Wire.shortTime(guardrail.updatedAt()));
        return wire;
    }
}
