package io.openrouteroperator.openrouter;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.openrouter.http.ApiClient;
import io.openrouteroperator.openrouter.http.Call;
import io.openrouteroperator.openrouter.http.Operation;
import io.openrouteroperator.openrouter.wire.KeyWire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The list of keys: pages of a fixed 100, newest first, without a count. Keys made meanwhile push rows onto the next page (seen
 * twice), keys deleted meanwhile pull rows onto the last one (never seen). So rows count once by hash, and {@link #scan} goes on until
 * two passes agree (trap 6). Disabled and expired keys and the workspace are asked for by name, because the defaults hide them (trap 8).
 */
final class KeyPages {
    static final int PAGE = 100;
    static final int MOST_PASSES = 6;
    private static final int MOST_PAGES = 2000;

    private final ApiClient client;
    private volatile boolean knowsIncludeExpired = true;

    KeyPages(ApiClient client) {
        this.client = client;
    }

    /** One pass, ended by a page that is not full. */
    List<RemoteKey> list(String workspaceId) {
        return List.copyOf(pass(Operation.LIST_KEYS, workspaceId, PAGE).values());
    }

    /** Passes until two in a row have the same keys; a page that is not full ends none of them, only one without news does. */
    List<RemoteKey> scan(String workspaceId) {
        Set<KeyHash> before = Set.of();
        for (int number = 0; number < MOST_PASSES; number++) {
            Map<KeyHash, RemoteKey> keys = pass(Operation.SCAN_KEYS, workspaceId, 1);
            if (number > 0 && keys.keySet().equals(before)) {
                return List.copyOf(keys.values());
            }
            before = keys.keySet();
        }
        throw unsettled(Operation.SCAN_KEYS, "the list of keys keeps shifting");
    }

    private Map<KeyHash, RemoteKey> pass(Operation operation, String workspaceId, int fullPage) {
        Map<KeyHash, RemoteKey> keys = new LinkedHashMap<>();
        int offset = 0;
        for (int number = 0; number < MOST_PAGES; number++) {
            int known = keys.size();
            List<RemoteKey> rows = page(operation, workspaceId, offset);
            rows.forEach(key -> keys.putIfAbsent(key.hash(), key));
            if (rows.size() < fullPage || keys.size() == known) {
                return keys;
            }
            offset += rows.size();
        }
        throw unsettled(operation, "the list of keys does not end");
    }

    /** Servers that know {@code include_expired} hide expired keys without it; one that refuses the parameter is asked without. */
    private List<RemoteKey> page(Operation operation, String workspaceId, int offset) {
        Call page = Call.to(operation, "keys")
                .with("workspace_id", workspaceId)
                .with("include_disabled", true)
                .with("offset", offset);
        if (knowsIncludeExpired) {
            try {
                return rows(page.with("include_expired", true));
            } catch (OpenRouterException refused) {
                if (!(refused.failure() instanceof Failure.Rejected)) {
                    throw refused;
                }
            }
            List<RemoteKey> rows = rows(page);
            knowsIncludeExpired = false;
            return rows;
        }
        return rows(page);
    }

    private List<RemoteKey> rows(Call page) {
        return client.call(
                page,
                answer -> answer.need("data", answer.objects("data")).stream()
                        .map(KeyWire::key)
                        .toList());
    }

    private static OpenRouterException unsettled(Operation operation, String message) {
        return new OpenRouterException(operation.label(), new Failure.AnswerLost(message));
    }
}
