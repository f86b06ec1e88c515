package io.openrouteroperator.openrouter;

import io.openrouteroperator.core.openrouter.Credits;
import io.openrouteroperator.core.openrouter.Workspace;
import io.openrouteroperator.openrouter.http.ApiClient;
import io.openrouteroperator.openrouter.http.Call;
import io.openrouteroperator.openrouter.http.Operation;
import io.openrouteroperator.openrouter.wire.AccountWire;
import java.util.List;

/** Calls about the account itself. */
final class AccountCalls {
    private final ApiClient client;
    private final CountedPages pages;

    AccountCalls(ApiClient client) {
        this.client = client;
        this.pages = new CountedPages(client, CountedPages.MANAGEMENT_PAGE);
    }

    Credits credits() {
        return client.call(
                Call.to(Operation.CREDITS, "credits"),
                answer -> AccountWire.credits(answer.need("data", answer.object("data"))));
    }

    List<Workspace> workspaces() {
        return pages.all(Call.to(Operation.WORKSPACES, "workspaces"), AccountWire::workspace);
    }
}
