package io.openrouteroperator.simulator.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.account.Guardrail;
import io.openrouteroperator.simulator.account.Workspace;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Page;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.http.Wire;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Workspaces, found by id or by slug. */
public final class WorkspacesResource {

    private final Account account;

    public WorkspacesResource(Account account) {
        this.account = account;
    }

    public void addTo(Routes routes) {
        routes.get("/workspaces", Access.MANAGEMENT, this::list);
        routes.post("/workspaces", Access.MANAGEMENT, this::create);
        routes.get("/workspaces/{id}", Access.MANAGEMENT, this::get);
        routes.patch("/workspaces/{id}", Access.MANAGEMENT, this::change);
        routes.delete("/workspaces/{id}", Access.MANAGEMENT, this::delete);
    }

    /** A new workspace with usual settings. */
    public static Workspace blank(String name, String slug, Instant now) {
        ObjectNode settings = Wire.object();
        settings.put("name", name).put("slug", slug);
        List.of(
                        "description",
                        "default_text_model",
                        "default_image_model",
                        "default_provider_sort",
                        "io_logging_api_key_ids",
                        "disabled_server_tools")
                .forEach(settings::putNull);
        settings.put("io_logging_sampling_rate", 1);
        settings.put("include_byok_in_budgets", false);
        settings.put("is_data_discount_logging_enabled", false);
        settings.put("is_observability_broadcast_enabled", false);
        settings.put("is_observability_io_logging_enabled", false);
        return new Workspace(UUID.randomUUID().toString(), now, null, settings);
    }

    private Answer list(Call call) {
        return Page.of(call, account.workspaces().all(), workspace -> List.of(wire(workspace)));
    }

    private Answer create(Call call) {
        ObjectNode body = call.body();
        Workspace blank = blank(body.path("name").asText(), body.path("slug").asText(), call.now());
        checkSlugIsFree(Wire.text(body, "slug"), null);
        ObjectNode settings = blank.settings();
        settings.setAll(body);
        account.workspaces().put(blank);
        return Answer.created(wire(blank));
    }

    private Answer get(Call call) {
        return Answer.data(wire(find(call)));
    }

    private Answer change(Call call) {
        Workspace workspace = find(call);
        ObjectNode body = call.body();
        checkSlugIsFree(Wire.text(body, "slug"), workspace.id());
        ObjectNode settings = workspace.settings().deepCopy();
        settings.setAll(body);
        Workspace changed = new Workspace(workspace.id(), workspace.createdAt(), call.now(), settings);
        account.workspaces().put(changed);
        return Answer.data(wire(changed));
    }

    /** Refused while keys in it are in use; takes its guardrails along. */
    private Answer delete(Call call) {
        Workspace workspace = find(call);
        List<ApiKey> keys = account.keys()
                .newestFirst()
                .filter(key -> key.workspaceId().equals(workspace.id()))
                .toList();
        if (keys.stream().anyMatch(key -> key.isUsable(call.now()))) {
            throw Refusal.badRequest("Cannot delete a workspace with active API keys");
        }
        keys.forEach(key -> account.keys().remove(key.hash(), call.now()));
        account.guardrails().newestFirst().stream()
                .filter(guardrail -> workspace.id().equals(guardrail.workspaceId()))
                .map(Guardrail::id)
                .forEach(account::deleteGuardrail);
        account.workspaces().remove(workspace.id());
        return Answer.deleted();
    }

    private Workspace find(Call call) {
        return account.workspaces().findByIdOrSlug(call.step("id")).orElseThrow(Refusal::notFound);
    }

    private void checkSlugIsFree(@Nullable String slug, @Nullable String ownId) {
        boolean taken = slug != null
                && account.workspaces()
                        .findByIdOrSlug(slug)
                        .filter(other -> !other.id().equals(ownId))
                        .isPresent();
        if (taken) {
            throw Refusal.badRequest("A workspace with this slug already exists");
        }
    }

    private static ObjectNode wire(Workspace workspace) {
        ObjectNode wire = workspace.settings().deepCopy();
        wire.put("id", workspace.id());
        wire.put("default_guardrail_id", workspace.defaultGuardrailId());
        wire.put("created_by", Account.OWNER);
        wire.put("created_at", Wire.shortTime(workspace.createdAt()));
        wire.put("updated_at", Wire.shortTime(workspace.updatedAt()));
        return wire;
    }
}
