package io.openrouteroperator.simulator.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.http.Wire;

/** The account's purse. */
public final class CreditsResource {

    private final Account account;

    public CreditsResource(Account account) {
        this.account = account;
    }

    public void addTo(Routes routes) {
        routes.get("/credits", Access.MANAGEMENT, call -> get());
    }

    private Answer get() {
        ObjectNode data = Wire.object();
        data.put("total_credits", account.purchasedCredits());
        data.put("total_usage", account.usedCredits());
        return Answer.data(data);
    }
}
