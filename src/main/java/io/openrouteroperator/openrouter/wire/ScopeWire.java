package io.openrouteroperator.openrouter.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.Destination;
import io.openrouteroperator.core.openrouter.KeyScope;
import io.openrouteroperator.core.openrouter.ProviderCredential;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Credentials and destinations on the wire, as far as they concern keys. A change names the list of keys alone: everything else stays as
 * it is by documentation, and the configuration that holds secrets is neither read nor written.
 */
public final class ScopeWire {
    private static final String CREDENTIAL_KEYS = "allowed_api_key_hashes";
    private static final String DESTINATION_KEYS = "api_key_hashes";

    private ScopeWire() {}

    public static ProviderCredential credential(WireObject credential) {
        return new ProviderCredential(
                credential.needText("id"),
                credential.text("name").orElse(""),
                credential.needText("provider"),
                credential.text("workspace_id").orNull(),
                credential.flag("disabled").orElse(false),
                read(credential, CREDENTIAL_KEYS));
    }

    public static Destination destination(WireObject destination) {
        return new Destination(
                destination.needText("id"),
                destination.text("name").orElse(""),
                destination.needText("type"),
                destination.text("workspace_id").orNull(),
                destination.flag("enabled").orElse(false),
                read(destination, DESTINATION_KEYS));
    }

    public static ObjectNode credentialKeys(KeyScope keys) {
        return write(CREDENTIAL_KEYS, keys);
    }

    public static ObjectNode destinationKeys(KeyScope keys) {
        return write(DESTINATION_KEYS, keys);
    }

    private static ObjectNode write(String name, KeyScope scope) {
        ObjectNode body = Json.object();
        switch (scope) {
            case KeyScope.AllKeys _ -> body.putNull(name);
            case KeyScope.OnlyKeys(SortedSet<KeyHash> keys) -> {
                ArrayNode hashes = body.putArray(name);
                keys.forEach(key -> hashes.add(key.value()));
            }
        }
        return body;
    }

    /** The keys; an empty list reads as all keys, as null does. */
    private static KeyScope read(WireObject object, String name) {
        List<String> hashes = object.texts(name).orElse(List.of());
        SortedSet<KeyHash> keys = new TreeSet<>();
        for (String hash : hashes) {
            keys.add(KeyWire.hash(hash, name));
        }
        return keys.isEmpty() ? KeyScope.all() : KeyScope.only(keys);
    }
}
