package io.openrouteroperator.simulator.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Page;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.http.Wire;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Provider keys which the customer brings. The secret goes in and never comes out. */
public final class ByokResource {

    private static final int SHOWN = 4;

    private final Account account;

    public ByokResource(Account account) {
        this.account = account;
    }

    public void addTo(Routes routes) {
        routes.get("/byok", Access.MANAGEMENT, this::list);
        routes.post("/byok", Access.MANAGEMENT, this::create);
        routes.get("/byok/{id}", Access.MANAGEMENT, call -> Answer.data(find(call)));
        routes.patch("/byok/{id}", Access.MANAGEMENT, this::change);
        routes.delete("/byok/{id}", Access.MANAGEMENT, this::delete);
    }

    private Answer list(Call call) {
        List<ObjectNode> found = account.byokKeys().values().stream()
                .filter(key -> call.parameter("workspace_id")
                        .map(wanted -> wanted.equals(Wire.text(key, "workspace_id")))
                        .orElse(true))
                .filter(key -> call.parameter("provider")
                        .map(wanted -> wanted.equals(key.path("provider").asText()))
                        .orElse(true))
                .toList();
        return Page.of(call, found, List::of);
    }

    private Answer create(Call call) {
        ObjectNode body = call.body();
        checkHashes(body, call.now());
        ObjectNode key = blank(call.now());
        key.put("workspace_id", WorkspaceChoice.of(account, Wire.text(body, "workspace_id")));
        apply(key, body);
        account.byokKeys().put(key.path("id").asText(), key);
        return Answer.created(key);
    }

    private Answer change(Call call) {
        ObjectNode key = find(call);
        checkHashes(call.body(), call.now());
        apply(key, call.body());
        return Answer.data(key);
    }

    private Answer delete(Call call) {
        account.byokKeys().remove(find(call).path("id").asText());
        return Answer.deleted();
    }

    private ObjectNode find(Call call) {
        ObjectNode key = account.byokKeys().get(call.step("id"));
        if (key == null) {
            throw Refusal.notFound();
        }
        return key;
    }

    private ObjectNode blank(Instant now) {
        ObjectNode key = Wire.object();
        key.put("id", UUID.randomUUID().toString());
        key.put("created_at", Wire.shortTime(now));
        key.put("disabled", false).put("is_fallback", false);
        key.put("is_required", false).put("is_byok_only", false);
        key.put("sort_order", account.byokKeys().size());
        List.of(
                        "name",
                        "allowed_models",
                        "allowed_user_ids",
                        "allowed_api_key_hashes",
                        "declared_zdr",
                        "declared_region")
                .forEach(key::putNull);
        return key;
    }

    private static void apply(ObjectNode key, ObjectNode change) {
        if (change.has("key")) {
            String secret = change.get("key").asText();
            key.put("label", "..." + secret.substring(Math.max(0, secret.length() - SHOWN)));
        }
        change.properties().stream()
                .filter(field ->
                        !field.getKey().equals("key") && !field.getKey().equals("workspace_id"))
                .forEach(field -> key.set(field.getKey(), field.getValue()));
    }

    /** Each hash must be that of a key in use, so a list that still names a revoked one cannot be written again. */
    private void checkHashes(ObjectNode body, Instant now) {
        for (JsonNode hash : body.path("allowed_api_key_hashes")) {
            boolean live = account.keys()
                    .find(hash.asText())
                    .filter(key -> key.isUsable(now))
                    .isPresent();
            if (!live) {
                throw Refusal.badRequest("Invalid allowed_api_key_hashes: " + hash.asText());
            }
        }
    }
}
