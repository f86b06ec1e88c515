package io.openrouteroperator.simulator.inference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.catalogue.Endpoint;
import io.openrouteroperator.simulator.catalogue.Model;

/** Whether the customer's own provider key serves a request: tried first, ahead of OpenRouter's. */
final class ByokChoice {

    private ByokChoice() {}

    static boolean hasKey(Account account, Endpoint endpoint, Model model, ApiKey key) {
        return account.byokKeys().values().stream()
                .anyMatch(own ->
                        own.path("provider").asText().equals(endpoint.provider().slug())
                                && !own.path("disabled").asBoolean()
                                && isFor(own, key)
                                && permits(own.path("allowed_models"), model.id()));
    }

    private static boolean isFor(ObjectNode own, ApiKey key) {
        boolean sameWorkspace = own.path("workspace_id").isNull()
                || own.path("workspace_id").asText().equals(key.workspaceId());
        return sameWorkspace && permits(own.path("allowed_api_key_hashes"), key.hash());
    }

    private static boolean permits(JsonNode list, String value) {
        if (list.isEmpty()) {
            return true;
        }
        for (JsonNode entry : list) {
            if (entry.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
