package io.openrouteroperator.simulator.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Refusal;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.http.Wire;
import io.openrouteroperator.simulator.spending.ActivityRow;
import io.openrouteroperator.simulator.spending.LedgerEntry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ledger of the last 30 completed UTC days; today is missing. A deleted key's rows stay. */
public final class ActivityResource {

    private static final int DAYS = 30;

    private final Account account;

    public ActivityResource(Account account) {
        this.account = account;
    }

    public void addTo(Routes routes) {
        routes.get("/activity", Access.MANAGEMENT, this::list);
    }

    private Answer list(Call call) {
        LocalDate today = LocalDate.ofInstant(call.now(), ZoneOffset.UTC);
        LocalDate oldest = today.minusDays(DAYS);
        boolean split = call.parameter("group_by").isPresent();
        Map<String, ActivityRow> merged = new TreeMap<>();
        account.ledger().stream()
                .map(LedgerEntry::row)
                .filter(row -> row.date().isBefore(today) && !row.date().isBefore(oldest))
                .filter(row -> call.parameter("date")
                        .map(day -> row.date().equals(date(day)))
                        .orElse(true))
                .filter(row -> isWanted(call, "api_key_hash", row.keyHash()))
                .filter(row -> isWanted(call, "workspace_id", row.workspaceId()))
                .filter(row -> isWanted(call, "user_id", Account.OWNER))
                .forEach(row -> merged.merge(group(row, split), row, ActivityRow::plus));
        ArrayNode data = Wire.array();
        List.copyOf(merged.values()).reversed().forEach(row -> data.add(wire(row, split)));
        return Answer.ok(Wire.list(data));
    }

    private static boolean isWanted(Call call, String parameter, String value) {
        return call.parameter(parameter).map(value::equals).orElse(true);
    }

    private static String group(ActivityRow row, boolean split) {
        return String.join(
                " ", row.date().toString(), row.permaslug(), row.endpointId(), split ? row.workspaceId() : "");
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException invalid) {
            throw Refusal.badRequest("Invalid date: must be YYYY-MM-DD");
        }
    }

    private static ObjectNode wire(ActivityRow row, boolean split) {
        ObjectNode wire = Wire.object();
        wire.put("date", row.date().toString());
        wire.put("model", row.model());
        wire.put("model_permaslug", row.permaslug());
        wire.put("endpoint_id", row.endpointId());
        wire.put("provider_name", row.providerName());
        wire.put("usage", row.usage());
        wire.put("byok_usage_inference", row.byokUsage());
        wire.put("requests", row.requests());
        wire.put("prompt_tokens", row.promptTokens());
        wire.put("completion_tokens", row.completionTokens());
        wire.put("reasoning_tokens", 0);
        wire.put("cached_tokens", 0);
        if (split) {
            wire.put("workspace_id", row.workspaceId());
        }
        return wire;
    }
}
