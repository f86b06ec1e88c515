package io.openrouteroperator.simulator.resource.analytics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.access.Access;
import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.http.Answer;
import io.openrouteroperator.simulator.http.Call;
import io.openrouteroperator.simulator.http.Routes;
import io.openrouteroperator.simulator.http.Wire;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The ledger as far as it goes, today included. A refused request is not in it. */
public final class AnalyticsResource {

    private final Account account;
    private final TimeSpelling times;

    /**
     * Answers from an account's ledger.
     *
     * @param timesAsReported how to spell times, see {@code Readings}
     */
    public AnalyticsResource(Account account, boolean timesAsReported) {
        this.account = account;
        this.times = timesAsReported ? TimeSpelling.REPORTED : TimeSpelling.DESCRIBED;
    }

    public void addTo(Routes routes) {
        routes.get("/analytics/meta", Access.MANAGEMENT, call -> Answer.data(Meta.wire()));
        routes.post("/analytics/query", Access.MANAGEMENT, this::query);
    }

    private Answer query(Call call) {
        long begin = System.nanoTime();
        Query query = QueryReading.of(call.body(), account, call.now());
        Instant upTo = call.now().minus(call.staleness());
        Table table = Table.of(query, account, upTo);
        ObjectNode data = Wire.object();
        ArrayNode rows = data.putArray("data");
        table.rows().forEach(row -> rows.add(wire(query, row)));
        data.putObject("metadata")
                .put("query_time_ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin))
                .put("row_count", rows.size())
                .put("truncated", table.truncated());
        if (upTo.isBefore(call.now())) {
            data.put("cachedAt", upTo.toEpochMilli());
        }
        if (!query.warnings().isEmpty()) {
            ArrayNode warnings = data.putArray("warnings");
            query.warnings().forEach(warnings::add);
        }
        return Answer.data(data);
    }

    private ObjectNode wire(Query query, Table.Row row) {
        ObjectNode wire = Wire.object();
        Granularity granularity = query.granularity();
        if (granularity != null) {
            wire.put(query.timeColumn(granularity), times.spell(row.span(), granularity));
        }
        for (int column = 0; column < query.dimensions().size(); column++) {
            wire.put(query.dimensions().get(column).wireName(), row.shown().get(column));
        }
        query.metrics().forEach(metric -> wire.set(metric.wireName(), metric.of(row.entries())));
        return wire;
    }
}
