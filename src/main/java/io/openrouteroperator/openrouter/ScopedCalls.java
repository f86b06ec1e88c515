package io.openrouteroperator.openrouter;

import io.openrouteroperator.core.openrouter.Destination;
import io.openrouteroperator.core.openrouter.KeyScope;
import io.openrouteroperator.core.openrouter.OpenRouterCredentials;
import io.openrouteroperator.core.openrouter.ProviderCredential;
import io.openrouteroperator.openrouter.http.ApiClient;
import io.openrouteroperator.openrouter.http.Call;
import io.openrouteroperator.openrouter.http.Operation;
import io.openrouteroperator.openrouter.wire.ScopeWire;
import java.util.List;

/** Calls about what is limited to certain keys and must follow them through a rotation: provider credentials and destinations. */
final class ScopedCalls {
    private final ApiClient client;
    private final CountedPages pages;

    ScopedCalls(ApiClient client) {
        this.client = client;
        this.pages = new CountedPages(client, CountedPages.MANAGEMENT_PAGE);
    }

    List<ProviderCredential> credentials(String workspaceId) {
        Call list = Call.to(Operation.LIST_CREDENTIALS, "byok").with("workspace_id", workspaceId);
        return pages.all(list, ScopeWire::credential);
    }

    ProviderCredential limitCredential(String id, KeyScope keys) {
        if (keys instanceof KeyScope.OnlyKeys only && only.keys().size() > OpenRouterCredentials.MOST_CREDENTIAL_KEYS) {
            throw new IllegalArgumentException(
                    "a credential can be limited to " + OpenRouterCredentials.MOST_CREDENTIAL_KEYS + " keys at most");
        }
        return client.call(
                Call.to(Operation.LIMIT_CREDENTIAL, "byok", id).sending(ScopeWire.credentialKeys(keys)),
                answer -> ScopeWire.credential(answer.need("data", answer.object("data"))));
    }

    List<Destination> destinations(String workspaceId) {
        Call list = Call.to(Operation.LIST_DESTINATIONS, "observability", "destinations")
                .with("workspace_id", workspaceId);
        return pages.all(list, ScopeWire::destination);
    }

    Destination limitDestination(String id, KeyScope keys) {
        return client.call(
                Call.to(Operation.LIMIT_DESTINATION, "observability", "destinations", id)
                        .sending(ScopeWire.destinationKeys(keys)),
                answer -> ScopeWire.destination(answer.need("data", answer.object("data"))));
    }
}
