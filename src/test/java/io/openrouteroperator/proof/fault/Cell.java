package io.openrouteroperator.proof.fault;

import io.openrouteroperator.proof.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One kind of call and one way in which it fails. */
record Cell(Effect effect, Trouble trouble) {
    /** Calls that every life makes. */
    private static final List<String> READS = List.of(
            "GET /key",
            "GET /workspaces",
            "GET /keys",
            "GET /credits",
            "GET /providers",
            "GET /models",
            "GET /endpoints/zdr",
            "GET /guardrails",
            "GET /guardrails/assignments/keys",
            "GET /guardrails/*/assignments/keys",
            "GET /models/user");

    private static final List<String> WRITES = List.of(
            "POST /keys", "PATCH /keys/*", "DELETE /keys/*", "POST /guardrails", "POST /guardrails/*/assignments/keys");
    private static final List<String> CLUSTER_WRITES = List.of(
            "patch openrouterkeys",
            "update openrouterkeys/status",
            "update openrouteraccounts/status",
            "update openrouterpolicies/status",
            "create secrets",
            "update secrets",
            "patch deployments",
            "create events KeyCreated",
            "create events Provisioned");

    /** All cells of the matrix. */
    static List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        for (Effect effect :
                Stream.concat(READS.stream(), WRITES.stream()).map(Cell::call).toList()) {
            Trouble.ANY_CALL.forEach(trouble -> cells.add(new Cell(effect, trouble)));
        }
        WRITES.forEach(name -> cells.add(new Cell(call(name), Trouble.LATE_EFFECT)));
        Trouble.LISTS.forEach(trouble -> cells.add(new Cell(call("GET /keys"), trouble)));
        for (String name : CLUSTER_WRITES) {
            Effect effect = new Effect(Effect.Server.KUBERNETES, name, true);
            Trouble.CLUSTER_WRITES.forEach(trouble -> cells.add(new Cell(effect, trouble)));
        }
        return cells;
    }

    /**
     * Whether a key may be left that only the janitor finds, by our name in it, a quarter of an hour later: OpenRouter said of a key
     * that lives that it is gone, or made one when two passes over its list had agreed that there is none.
     */
    boolean leavesToJanitor() {
        return (trouble.name().equals("404") && effect.name().equals("DELETE /keys/*"))
                || (trouble.equals(Trouble.LATE_EFFECT) && effect.name().equals("POST /keys"));
    }

    private static Effect call(String name) {
        return new Effect(Effect.Server.OPENROUTER, name, !name.startsWith("GET"));
    }

    @Override
    public String toString() {
        return "%-36s %s".formatted(effect.name(), trouble.name());
    }
}
