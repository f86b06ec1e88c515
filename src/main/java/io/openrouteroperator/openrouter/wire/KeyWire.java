package io.openrouteroperator.openrouter.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.KeyRequest;
import io.openrouteroperator.core.openrouter.KeySelfDescription;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.SpendLimit;
import java.math.BigDecimal;

/** Keys on the wire. */
public final class KeyWire {
    private KeyWire() {}

    /** The body of a create; {@code disabled} cannot be set there, and no person is named as creator, so the key is the account's. */
    public static ObjectNode create(KeyRequest request) {
        ObjectNode body = Json.object();
        body.put("name", request.name());
        putLimit(body, request.limit());
        body.put("expires_at", Timestamps.format(request.expiresAt()));
        body.put("workspace_id", request.workspaceId());
        return body;
    }

    /** The body of a change: what it changes and nothing else, for an omitted field of a key stays as it is. */
    public static ObjectNode change(KeyChange change) {
        ObjectNode body = Json.object();
        switch (change) {
            case KeyChange.SetLimit(SpendLimit limit) -> putLimit(body, limit);
            case KeyChange.SetDisabled(boolean disabled) -> body.put("disabled", disabled);
            case KeyChange.Rename(String name) -> body.put("name", name);
        }
        return body;
    }

    /** A key just created: the value is at the top level, not in {@code data} (trap 21). */
    public static MintedKey minted(WireObject answer) {
        return new MintedKey(key(answer.need("data", answer.object("data"))), SecretValue.of(answer.needText("key")));
    }

    public static RemoteKey key(WireObject key) {
        return new RemoteKey(
                hash(key, "hash"),
                key.needText("name"),
                key.text("label").orElse(""),
                key.flag("disabled").orElse(false),
                Limits.read(key, "limit", "limit_reset"),
                key.number("limit_remaining").orNull(),
                key.number("usage").orElse(BigDecimal.ZERO),
                key.number("usage_daily").orElse(BigDecimal.ZERO),
                key.number("usage_monthly").orElse(BigDecimal.ZERO),
                key.need("created_at", key.instant("created_at")),
                key.instant("expires_at").orNull(),
                key.text("workspace_id").orNull(),
                key.instant("last_used_at").orNull());
    }

    /** What a key says of itself; the older name of the management flag is understood where the newer one is missing. */
    public static KeySelfDescription selfDescription(WireObject key) {
        boolean manages = key.flag("is_management_key")
                .orElse(key.flag("is_provisioning_key").orElse(false));
        return new KeySelfDescription(
                key.text("label").orElse(""),
                manages,
                Limits.read(key, "limit", "limit_reset"),
                key.instant("expires_at").orNull(),
                key.flag("is_free_tier").orElse(false));
    }

    /** A hash in a field; one of another shape is an undocumented answer. */
    public static KeyHash hash(WireObject object, String name) {
        return hash(object.needText(name), name);
    }

    static KeyHash hash(String text, String name) {
        try {
            return new KeyHash(text);
        } catch (IllegalArgumentException notAHash) {
            throw new UndocumentedAnswer("'" + name + "' in the answer holds what is not a key hash");
        }
    }

    /** Spend through a provider credential of the customer's own counts as well: a limit that ignores it is none where BYOK is used. */
    private static void putLimit(ObjectNode body, SpendLimit limit) {
        Limits.write(body, "limit", "limit_reset", limit);
        body.put("include_byok_in_limit", true);
    }
}
