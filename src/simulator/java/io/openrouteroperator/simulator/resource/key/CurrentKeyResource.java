package io.openrouteroperator.simulator.resource.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.access.Caller;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.policy.PolicyInForce;
import io.openrouteroperator.simulator.spending.ActivityRow;
import io.openrouteroperator.simulator.spending.LedgerEntry;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A key's description of itself. */
public final class CurrentKeyResource {

    private static final long FREE_REQUESTS_PER_DAY = 1_000;

    private final Account account;
    private final PolicyInForce policy;

    public CurrentKeyResource(Account account, PolicyInForce policy) {
        this.account = account;
        this.policy = policy;
    }

    public void addTo(Routes routes) {
        routes.get("/key", Access.ANY_KEY, this::get);
    }

    private Answer get(Call call) {
        return switch (call.caller()) {
            case Caller.Service service -> Answer.data(described(service.key(), call));
            case Caller.Manager manager -> Answer.data(KeyWire.currentManager(manager.label(), Account.OWNER));
            case Caller.Unknown unknown -> throw new Refusal(401, unknown.problem());
        };
    }

    private ObjectNode described(ApiKey key, Call call) {
        ObjectNode wire = KeyWire.current(key, call.now());
        KeyBudgets.put(wire, key, policy.guardrails(key), call.now());
        LocalDate today = LocalDate.ofInstant(call.now(), ZoneOffset.UTC);
        long used = account.ledger().stream()
                .map(LedgerEntry::row)
                .filter(row -> row.keyHash().equals(key.hash()) && row.date().equals(today))
                .filter(row -> row.model().endsWith(":free"))
                .mapToLong(ActivityRow::requests)
                .sum();
        wire.putObject("free_model_daily_requests")
                .put("limit", FREE_REQUESTS_PER_DAY)
                .put("used", used)
                .put("remaining", Math.max(0, FREE_REQUESTS_PER_DAY - used));
        return wire;
    }
}
