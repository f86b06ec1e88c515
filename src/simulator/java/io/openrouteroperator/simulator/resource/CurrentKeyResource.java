package io.openrouteroperator.simulator.resource;

import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.http.Access;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Caller;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Routes;

/** A key's description of itself. */
public final class CurrentKeyResource {

    public void addTo(Routes routes) {
        routes.get("/key", Access.ANY_KEY, CurrentKeyResource::get);
    }

    private static Answer get(Call call) {
        return switch (call.caller()) {
            case Caller.Service service -> Answer.data(KeyWire.current(service.key(), call.now()));
            case Caller.Manager manager -> Answer.data(KeyWire.currentManager(manager.label(), Account.OWNER));
            case Caller.Unknown unknown -> throw new Refusal(401, unknown.problem());
        };
    }
}
