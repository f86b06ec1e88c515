package io.openrouteroperator.openrouter;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.KeyRequest;
import io.openrouteroperator.core.openrouter.KeySelfDescription;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.openrouter.http.ApiClient;
import io.openrouteroperator.openrouter.http.Call;
import io.openrouteroperator.openrouter.http.Operation;
import io.openrouteroperator.openrouter.wire.KeyWire;
import io.openrouteroperator.openrouter.wire.WireObject;
import java.util.List;
import java.util.Optional;

/** Calls about keys. */
final class KeyCalls {
    private final ApiClient client;
    private final KeyPages pages;

    KeyCalls(ApiClient client) {
        this.client = client;
        this.pages = new KeyPages(client);
    }

    List<RemoteKey> list(String workspaceId) {
        return pages.list(workspaceId);
    }

    List<RemoteKey> scan(String workspaceId) {
        return pages.scan(workspaceId);
    }

    Optional<RemoteKey> find(KeyHash hash) {
        return client.find(Call.to(Operation.FIND_KEY, "keys", hash.value()), KeyCalls::key);
    }

    MintedKey create(KeyRequest request) {
        return client.call(Call.to(Operation.CREATE_KEY, "keys").sending(KeyWire.create(request)), KeyWire::minted);
    }

    RemoteKey change(KeyHash hash, KeyChange change) {
        return client.call(
                Call.to(Operation.CHANGE_KEY, "keys", hash.value()).sending(KeyWire.change(change)), KeyCalls::key);
    }

    /** A key already gone is success: an earlier attempt may have deleted it and lost the answer. */
    void delete(KeyHash hash) {
        client.find(Call.to(Operation.DELETE_KEY, "keys", hash.value()), answer -> answer);
    }

    KeySelfDescription describe(SecretValue key) {
        return client.call(
                Call.to(Operation.DESCRIBE_KEY, "key").as(key),
                answer -> KeyWire.selfDescription(answer.need("data", answer.object("data"))));
    }

    private static RemoteKey key(WireObject answer) {
        return KeyWire.key(answer.need("data", answer.object("data")));
    }
}
