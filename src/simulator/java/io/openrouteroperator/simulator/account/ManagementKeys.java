package io.openrouteroperator.simulator.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The account's management keys, known by hash like all keys. Only the dashboard makes and revokes them. */
public final class ManagementKeys {

    private final Map<String, String> labelByHash = new LinkedHashMap<>();

    public void add(String key) {
        labelByHash.put(KeyStrings.hash(key), KeyStrings.label(key));
    }

    /** Revokes a key; false if it was none. */
    public boolean revoke(String key) {
        return labelByHash.remove(KeyStrings.hash(key)) != null;
    }

    /** The label of the management key with this hash. */
    public Optional<String> label(String hash) {
        return Optional.ofNullable(labelByHash.get(hash));
    }
}
