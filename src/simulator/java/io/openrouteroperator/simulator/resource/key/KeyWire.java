package io.openrouteroperator.simulator.resource.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.account.KeySettings;
import io.openrouteroperator.simulator.http.Wire;
import io.openrouteroperator.simulator.spending.ResetInterval;
import io.openrouteroperator.simulator.spending.Spending;
import java.time.Instant;

/** Keys in wire form. */
final class KeyWire {

    private KeyWire() {}

    /** As a manager sees a key. */
    static ObjectNode managed(ApiKey key, Instant now) {
        ObjectNode wire = Wire.object();
        wire.put("hash", key.hash());
        wire.put("name", key.settings().name());
        wire.put("disabled", key.settings().disabled());
        wire.put("created_at", Wire.longTime(key.createdAt()));
        wire.put("updated_at", Wire.longTime(key.updatedAt()));
        wire.put("workspace_id", key.workspaceId());
        wire.put("last_used_at", Wire.longTime(key.lastUsedAt()));
        wire.putNull("external_user");
        putShared(wire, key, now);
        return wire;
    }

    /** As a key sees itself: without hash and name. */
    static ObjectNode current(ApiKey key, Instant now) {
        ObjectNode wire = Wire.object();
        putShared(wire, key, now);
        wire.put("workspace_id", key.workspaceId());
        putKind(wire, false);
        return wire;
    }

    /** As a management key sees itself. */
    static ObjectNode currentManager(String label, String owner) {
        ObjectNode wire = Wire.object();
        wire.put("label", label);
        wire.putNull("limit");
        wire.putNull("limit_remaining");
        wire.putNull("limit_reset");
        wire.put("include_byok_in_limit", false);
        putSpending(wire, "usage", Spending.NONE);
        putSpending(wire, "byok_usage", Spending.NONE);
        wire.putNull("expires_at");
        wire.put("creator_user_id", owner);
        wire.putNull("workspace_id");
        wire.putArray("budgets");
        wire.putNull("effective_budget");
        wire.putObject("free_model_daily_requests")
                .put("limit", 0)
                .put("used", 0)
                .put("remaining", 0);
        putKind(wire, true);
        return wire;
    }

    private static void putShared(ObjectNode wire, ApiKey key, Instant now) {
        KeySettings settings = key.settings();
        ResetInterval reset = settings.limitReset();
        wire.put("label", key.label());
        wire.put("limit", settings.limit());
        wire.put("limit_remaining", key.limitRemaining(now));
        wire.put("limit_reset", reset == null ? null : reset.wireName());
        wire.put("include_byok_in_limit", settings.includeByokInLimit());
        putSpending(wire, "usage", key.usage().at(now));
        putSpending(wire, "byok_usage", key.byokUsage().at(now));
        wire.put("expires_at", Wire.longTime(key.expiresAt()));
        wire.put("creator_user_id", key.creatorUserId());
    }

    private static void putKind(ObjectNode wire, boolean management) {
        wire.putNull("organization_id");
        wire.putArray("allowed_data_regions");
        wire.put("is_free_tier", false);
        wire.put("is_management_key", management);
        wire.put("is_provisioning_key", management);
        wire.putObject("rate_limit")
                .put("requests", -1)
                .put("interval", "10s")
                .put("note", "This field is deprecated and safe to ignore.");
    }

    private static void putSpending(ObjectNode wire, String name, Spending spending) {
        wire.put(name, spending.total());
        wire.put(name + "_daily", spending.daily());
        wire.put(name + "_weekly", spending.weekly());
        wire.put(name + "_monthly", spending.monthly());
    }
}
