package io.openrouteroperator.simulator.resource.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.account.KeySettings;
import io.openrouteroperator.simulator.account.KeyStrings;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.http.Wire;
import io.openrouteroperator.simulator.resource.WorkspaceChoice;
import io.openrouteroperator.simulator.spending.Money;
import io.openrouteroperator.simulator.spending.ResetInterval;
import io.openrouteroperator.simulator.spending.Spending;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Inference keys as managers see them. */
public final class KeysResource {

    private static final int PAGE = 100;
    private static final Duration HALF_MINUTE = Duration.ofSeconds(30);

    private final Account account;
    private final KeyChangeQuota quota;

    public KeysResource(Account account) {
        this.account = account;
        this.quota = new KeyChangeQuota(account.quota());
    }

    public void addTo(Routes routes) {
        routes.get("/keys", Access.MANAGEMENT, this::list);
        routes.post("/keys", Access.MANAGEMENT, this::create);
        routes.get("/keys/{hash}", Access.MANAGEMENT, this::get);
        routes.patch("/keys/{hash}", Access.MANAGEMENT, this::change);
        routes.delete("/keys/{hash}", Access.MANAGEMENT, this::delete);
    }

    /** Newest first, one workspace only, without a total; the disabled and the expired stay hidden unless asked for. */
    private Answer list(Call call) {
        String workspace =
                WorkspaceChoice.of(account, call.parameter("workspace_id").orElse(null));
        boolean disabledToo = call.flag("include_disabled");
        boolean expiredToo = call.flag("include_expired");
        ArrayNode data = Wire.array();
        account.keys()
                .newestFirst(call.staleness(), call.now())
                .filter(key -> key.workspaceId().equals(workspace))
                .filter(key -> disabledToo || !key.settings().disabled())
                .filter(key -> expiredToo || !key.isExpired(call.now()))
                .skip(call.offset())
                .limit(PAGE)
                .forEach(key -> data.add(KeyWire.managed(key, call.now())));
        return Answer.ok(Wire.list(data));
    }

    private Answer create(Call call) {
        quota.take(call.now());
        ObjectNode body = call.body();
        String workspace = WorkspaceChoice.of(account, Wire.text(body, "workspace_id"));
        Instant expiresAt = expiry(Wire.text(body, "expires_at"), call.now());
        String plaintext = account.keyStrings().mint(KeyStrings.PREFIX);
        String creator = Wire.text(body, "creator_user_id");
        ApiKey key = new ApiKey(
                account.keys().nextNumber(),
                KeyStrings.hash(plaintext),
                KeyStrings.label(plaintext),
                workspace,
                creator,
                call.now(),
                null,
                expiresAt,
                changed(new KeySettings("", false, null, null, false), body),
                Spending.NONE,
                Spending.NONE,
                null);
        account.keys().put(key, call.now());
        ObjectNode answer = Wire.object();
        answer.set("data", KeyWire.managed(key, call.now()));
        answer.put("key", plaintext);
        return Answer.of(201, answer);
    }

    private Answer get(Call call) {
        return Answer.data(KeyWire.managed(find(call), call.now()));
    }

    private Answer change(Call call) {
        quota.take(call.now());
        ApiKey key = find(call);
        ApiKey changed = key.withSettings(changed(key.settings(), call.body()), call.now());
        account.keys().put(changed, call.now());
        return Answer.data(KeyWire.managed(changed, call.now()));
    }

    private Answer delete(Call call) {
        quota.take(call.now());
        account.keys().remove(find(call).hash(), call.now());
        return Answer.deleted();
    }

    private ApiKey find(Call call) {
        return account.keys().find(call.step("hash")).orElseThrow(Refusal::notFound);
    }

    private static KeySettings changed(KeySettings settings, JsonNode change) {
        JsonNode limit = change.get("limit");
        return new KeySettings(
                change.path("name").asText(settings.name()),
                change.path("disabled").asBoolean(settings.disabled()),
                limit == null ? settings.limit() : amount(limit),
                change.has("limit_reset") ? ResetInterval.of(Wire.text(change, "limit_reset")) : settings.limitReset(),
                change.path("include_byok_in_limit").asBoolean(settings.includeByokInLimit()));
    }

    private static @Nullable BigDecimal amount(JsonNode limit) {
        if (limit.isNull()) {
            return null;
        }
        if (limit.decimalValue().signum() < 0) {
            throw Refusal.badRequest("Invalid limit: must not be negative");
        }
        return Money.stored(limit.decimalValue());
    }

    /** The stored expiry: to the minute, so it reads back some seconds off. */
    private static @Nullable Instant expiry(@Nullable String text, Instant now) {
        if (text == null) {
            return null;
        }
        OffsetDateTime asked = Wire.time(text, "expires_at");
        if (!asked.getOffset().equals(ZoneOffset.UTC)) {
            throw Refusal.badRequest("Invalid expires_at: must be UTC");
        }
        if (!asked.toInstant().isAfter(now)) {
            throw Refusal.badRequest("Invalid expires_at: must be in the future");
        }
        return asked.toInstant().plus(HALF_MINUTE).truncatedTo(ChronoUnit.MINUTES);
    }
}
