package io.openrouteroperator.core.compliance.report;

import io.openrouteroperator.core.compliance.check.KeyConsumers;
import io.openrouteroperator.core.compliance.check.KeyGrants;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey.Spending;
import io.openrouteroperator.core.compliance.snapshot.ObservedWorkload;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.policy.grant.LimitDecision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every key with its service, age, limit and use. */
final class KeyInventory {
    private static final int MOST_CONSUMERS = 5;

    private final KeyGrants grants;
    private final KeyConsumers consumers;
    private final Instant now;

    private KeyInventory(Snapshot snapshot, Instant now) {
        this.grants = new KeyGrants(snapshot);
        this.consumers = KeyConsumers.of(snapshot);
        this.now = now;
    }

    /** The keys, by namespace and name. */
    static List<KeyLine> of(Snapshot snapshot, Instant now) {
        KeyInventory inventory = new KeyInventory(snapshot, now);
        return snapshot.keys().stream()
                .sorted(Comparator.comparing((ObservedKey key) -> key.name().namespace())
                        .thenComparing(key -> key.name().name()))
                .map(inventory::line)
                .toList();
    }

    private KeyLine line(ObservedKey key) {
        Instant created = key.current() == null ? null : key.current().createdAt();
        return new KeyLine(
                key,
                consumers.of(key).stream()
                        .map(ObservedWorkload::toString)
                        .limit(MOST_CONSUMERS)
                        .toList(),
                created == null ? null : (Long) Duration.between(created, now).toDays(),
                grants.limit(key) instanceof LimitDecision.Granted(var limit) ? KeyGrants.text(limit) : "",
                use(key.spending()));
    }

    private String use(@Nullable Spending spending) {
        if (spending != null && spending.lastUsed() != null) {
            return use(spending.lastUsed());
        }
        if (spending == null || spending.monthly() == null) {
            return "unknown";
        }
        if (spent(spending.daily())) {
            return "today";
        }
        return spent(spending.monthly()) ? "this month" : "not this month";
    }

    private String use(LocalDate day) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!day.isBefore(today)) {
            return "today";
        }
        return YearMonth.from(day).equals(YearMonth.from(today)) ? "this month" : "not this month";
    }

    private static boolean spent(@Nullable BigDecimal usd) {
        return usd != null && usd.signum() > 0;
    }
}
