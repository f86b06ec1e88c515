package io.openrouteroperator.core.compliance.snapshot;

import io.openrouteroperator.core.admission.facts.ObjectName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as the cluster knows it.
 *
 * @param host where its requests go, such as {@code eu.openrouter.ai}
 * @param managementSecrets where its management keys are found
 * @param destination the observability destination asked for, null when none is
 * @param keys counts of the last poll, null when there was none
 * @param creditsBought US dollars ever bought, null when not known
 */
public record ObservedAccount(
        String name,
        String host,
        List<ObjectName> managementSecrets,
        @Nullable String destination,
        @Nullable KeyCounts keys,
        @Nullable BigDecimal creditsBought,
        Conditions conditions) {
    /** Keys in the account, by who owns them. */
    public record KeyCounts(int managed, int unmanaged, int orphaned) {}

    public ObservedAccount {
        managementSecrets = List.copyOf(managementSecrets);
    }
}
