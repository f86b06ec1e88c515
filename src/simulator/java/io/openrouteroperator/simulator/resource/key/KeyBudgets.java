package io.openrouteroperator.simulator.resource.key;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.account.ApiKey;
import io.openrouteroperator.simulator.account.Guardrail;
import io.openrouteroperator.simulator.http.Wire;
import io.openrouteroperator.simulator.spending.ResetInterval;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The budgets that bound a key: its own limit and those of its guardrails; the one with the least left is in effect. */
final class KeyBudgets {

    private KeyBudgets() {}

    static void put(ObjectNode wire, ApiKey key, List<Guardrail> guardrails, Instant now) {
        List<ObjectNode> budgets = new ArrayList<>();
        BigDecimal limit = key.settings().limit();
        if (limit != null) {
            boolean byok = key.settings().includeByokInLimit();
            budgets.add(budget("key_limit", null, limit, key, key.settings().limitReset(), byok, now));
        }
        for (Guardrail guardrail : guardrails) {
            if (guardrail.settings().hasNonNull("limit_usd")) {
                budgets.add(budget(
                        guardrail.isDefault() ? "workspace_default_key" : "api_key",
                        guardrail.id(),
                        guardrail.settings().get("limit_usd").decimalValue(),
                        key,
                        ResetInterval.of(
                                guardrail.settings().get("reset_interval").asText()),
                        guardrail.settings().path("include_byok_in_budgets").asBoolean(),
                        now));
            }
        }
        ArrayNode list = wire.putArray("budgets");
        budgets.forEach(list::add);
        wire.set(
                "effective_budget",
                budgets.stream()
                        .min(Comparator.comparing(
                                budget -> budget.get("remaining_usd").decimalValue()))
                        .map(ObjectNode::deepCopy)
                        .orElse(null));
    }

    private static ObjectNode budget(
            String scope,
            @Nullable String guardrailId,
            BigDecimal limit,
            ApiKey key,
            @Nullable ResetInterval reset,
            boolean byok,
            Instant now) {
        BigDecimal spent = key.usage().at(now).countedBy(reset);
        if (byok) {
            spent = spent.add(key.byokUsage().at(now).countedBy(reset));
        }
        ObjectNode wire = Wire.object();
        wire.put("scope", scope);
        wire.put("guardrail_id", guardrailId);
        wire.putNull("budget_id");
        wire.put("limit_usd", limit);
        wire.put("spend_usd", spent);
        wire.put("remaining_usd", limit.subtract(spent).max(BigDecimal.ZERO));
        wire.put("reset_interval", reset == null ? null : reset.wireName());
        wire.put("resets_at", reset == null ? null : Wire.shortTime(nextReset(reset, now)));
        wire.put("include_byok", byok);
        return wire;
    }

    private static Instant nextReset(ResetInterval reset, Instant now) {
        LocalDate start = reset.start(LocalDate.ofInstant(now, ZoneOffset.UTC));
        LocalDate next = switch (reset) {
            case DAILY -> start.plusDays(1);
            case WEEKLY -> start.plusWeeks(1);
            case MONTHLY -> start.plusMonths(1);
        };
        return next.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
