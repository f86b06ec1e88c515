package io.openrouteroperator.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Routes;
import java.time.Duration;
import java.time.Instant;

/** Steering and inspection over HTTP, for use from other processes. Open to anyone on this machine. */
final class ControlSurface {

    static final String PREFIX = "/_simulator";

    private final Simulator simulator;

    ControlSurface(Simulator simulator) {
        this.simulator = simulator;
    }

    Routes routes() {
        Routes routes = new Routes();
        Access anyone = Access.PUBLIC;
        routes.get(PREFIX + "/state", anyone, call -> state());
        routes.get(PREFIX + "/log", anyone, call -> log());
        routes.delete(PREFIX + "/log", anyone, call -> done(simulator.requestLog()::clear));
        routes.get(PREFIX + "/violations", anyone, call -> violations());
        routes.get(PREFIX + "/time", anyone, call -> now());
        routes.post(PREFIX + "/time", anyone, this::setTime);
        routes.post(PREFIX + "/faults", anyone, this::addFault);
        routes.delete(PREFIX + "/faults", anyone, call -> done(simulator.faults()::clear));
        routes.post(PREFIX + "/keys/{hash}", anyone, this::editKey);
        routes.delete(
                PREFIX + "/keys/{hash}", anyone, call -> done(() -> dashboard().deleteKey(call.step("hash"))));
        routes.post(
                PREFIX + "/guardrails/{id}",
                anyone,
                call -> done(() -> dashboard().editGuardrail(call.step("id"), call.body())));
        routes.delete(
                PREFIX + "/guardrails/{id}",
                anyone,
                call -> done(() -> dashboard().deleteGuardrail(call.step("id"))));
        routes.delete(
                PREFIX + "/assignments/{hash}",
                anyone,
                call -> done(() -> dashboard().unassign(call.step("hash"))));
        return routes;
    }

    private Dashboard dashboard() {
        return simulator.dashboard();
    }

    private Answer state() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode keys = body.putArray("keys");
        simulator
                .keys()
                .forEach(key -> keys.addObject()
                        .put("hash", key.hash())
                        .put("name", key.name())
                        .put("workspace_id", key.workspaceId())
                        .put("disabled", key.disabled())
                        .put("limit", key.limit())
                        .put("limit_reset", key.limitReset())
                        .put("usage", key.usage())
                        .put("guardrail_id", key.guardrailId())
                        .put("created_at", key.createdAt().toString()));
        ArrayNode guardrails = body.putArray("guardrails");
        simulator.guardrails().forEach(guardrail -> {
            ObjectNode wire = guardrail.settings().deepCopy();
            wire.put("id", guardrail.id());
            wire.put("workspace_id", guardrail.workspaceId());
            guardrails.add(wire);
        });
        ArrayNode assignments = body.putArray("assignments");
        simulator
                .assignments()
                .forEach(row -> assignments
                        .addObject()
                        .put("guardrail_id", row.guardrailId())
                        .put("key_hash", row.keyHash()));
        return Answer.ok(body);
    }

    private Answer log() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode requests = body.putArray("requests");
        simulator
                .requestLog()
                .entries()
                .forEach(request -> requests.addObject()
                        .put("method", request.method())
                        .put("path", request.path())
                        .put("query", request.query())
                        .put("status", request.status())
                        .put("at", request.at().toString()));
        body.put("writes", simulator.requestLog().writes().size());
        return Answer.ok(body);
    }

    private Answer violations() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode lines = body.putArray("violations");
        simulator.contractViolations().forEach(lines::add);
        return Answer.ok(body);
    }

    private Answer now() {
        return Answer.ok(JsonNodeFactory.instance
                .objectNode()
                .put("now", simulator.time().instant().toString()));
    }

    /** {@code set} to an instant, {@code advance} by a duration such as {@code PT6H}, or both in this order. */
    private Answer setTime(Call call) {
        ObjectNode body = call.body();
        if (body.has("set")) {
            simulator.time().set(Instant.parse(body.get("set").asText()));
        }
        if (body.has("advance")) {
            simulator.time().advance(Duration.parse(body.get("advance").asText()));
        }
        return now();
    }

    private Answer addFault(Call call) {
        return done(() -> simulator.faults().add(FaultReading.rule(call.body())));
    }

    private Answer editKey(Call call) {
        return done(() -> dashboard()
                .setKeyDisabled(call.step("hash"), call.body().path("disabled").asBoolean()));
    }

    private static Answer done(Runnable work) {
        work.run();
        return Answer.ok(JsonNodeFactory.instance.objectNode().put("done", true));
    }
}
