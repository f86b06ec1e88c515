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
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where traces are sent. Secrets come back masked, and a masked secret in a change means "as before". */
public final class DestinationsResource {

    private static final int MOST_OF_ONE_TYPE = 5;
    private static final int SHOWN = 4;
    private static final String MASK = "****";
    private static final Set<String> SECRETS =
            Set.of("apiKey", "password", "secretKey", "secretAccessKey", "spaceKey", "licenseKey", "token", "dsn");

    private final Account account;

    public DestinationsResource(Account account) {
        this.account = account;
    }

    public void addTo(Routes routes) {
        String all = "/observability/destinations";
        routes.get(all, Access.MANAGEMENT, this::list);
        routes.post(all, Access.MANAGEMENT, this::create);
        routes.get(all + "/{id}", Access.MANAGEMENT, call -> Answer.data(masked(find(call))));
        routes.patch(all + "/{id}", Access.MANAGEMENT, this::change);
        routes.delete(all + "/{id}", Access.MANAGEMENT, this::delete);
    }

    private Answer list(Call call) {
        String workspace =
                WorkspaceChoice.of(account, call.parameter("workspace_id").orElse(null));
        List<ObjectNode> found = account.destinations().values().stream()
                .filter(destination -> workspace.equals(Wire.text(destination, "workspace_id")))
                .toList();
        return Page.of(call, found, destination -> List.of(masked(destination)));
    }

    private Answer create(Call call) {
        ObjectNode body = call.body();
        String type = body.path("type").asText();
        long present = account.destinations().values().stream()
                .filter(destination -> destination.path("type").asText().equals(type))
                .count();
        if (present >= MOST_OF_ONE_TYPE) {
            throw new Refusal(409, "At most " + MOST_OF_ONE_TYPE + " destinations of one type");
        }
        ObjectNode destination = blank(call);
        body.properties().forEach(field -> destination.set(field.getKey(), field.getValue()));
        destination.put("workspace_id", WorkspaceChoice.of(account, Wire.text(body, "workspace_id")));
        account.destinations().put(destination.path("id").asText(), destination);
        return Answer.created(masked(destination));
    }

    private Answer change(Call call) {
        ObjectNode destination = find(call);
        ObjectNode body = call.body();
        JsonNode oldConfig = destination.path("config");
        if (body.get("config") instanceof ObjectNode config) {
            SECRETS.stream()
                    .filter(secret -> config.path(secret).asText().startsWith(MASK) && oldConfig.has(secret))
                    .forEach(secret -> config.set(secret, oldConfig.get(secret)));
        }
        body.properties().forEach(field -> destination.set(field.getKey(), field.getValue()));
        destination.put("updated_at", Wire.shortTime(call.now()));
        return Answer.data(masked(destination));
    }

    private Answer delete(Call call) {
        account.destinations().remove(find(call).path("id").asText());
        return Answer.deleted();
    }

    private ObjectNode find(Call call) {
        ObjectNode destination = account.destinations().get(call.step("id"));
        if (destination == null) {
            throw Refusal.notFound();
        }
        return destination;
    }

    private static ObjectNode blank(Call call) {
        ObjectNode destination = Wire.object();
        destination.put("id", UUID.randomUUID().toString());
        destination.put("enabled", true);
        destination.put("privacy_mode", false);
        destination.put("sampling_rate", 1);
        destination.putNull("api_key_hashes");
        destination.putNull("filter_rules");
        destination.put("broadcast_generation_cost", false);
        destination.put("broadcast_generation_identity", false);
        destination.put("broadcast_generation_cost_allocation", false);
        destination.putArray("regions").add("global");
        destination.put("broadcast_generation_request_context", false);
        destination.put("created_at", Wire.shortTime(call.now()));
        destination.put("updated_at", Wire.shortTime(call.now()));
        return destination;
    }

    private static ObjectNode masked(ObjectNode destination) {
        ObjectNode shown = destination.deepCopy();
        if (shown.get("config") instanceof ObjectNode config) {
            SECRETS.stream().filter(config::has).forEach(secret -> {
                String value = config.get(secret).asText();
                config.put(secret, MASK + value.substring(Math.max(0, value.length() - SHOWN)));
            });
        }
        return shown;
    }
}
