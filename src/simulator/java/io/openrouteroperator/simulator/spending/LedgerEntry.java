package io.openrouteroperator.simulator.spending;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger and what only analytics show of it.
 *
 * @param generationId null where the row stands for more than one request, or for one that nobody made
 * @param guardrailInvoked whether a content filter found something in what was said
 */
public record LedgerEntry(Instant at, @Nullable String generationId, boolean guardrailInvoked, ActivityRow row) {

    /** A row put in by hand: at the start of its day. */
    public static LedgerEntry byHand(ActivityRow row) {
        return new LedgerEntry(row.date().atStartOfDay(ZoneOffset.UTC).toInstant(), null, false, row);
    }
}
