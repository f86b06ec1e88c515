package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.facts.ObjectName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Workloads that the rules do not apply to before a date.
 *
 * @param serviceAccount null means every object of the namespace, Secrets and ConfigMaps included
 * @param until the first instant at which the rules apply again
 */
public record DatedExemption(String namespace, @Nullable String serviceAccount, String reason, Instant until) {
    boolean covers(ObjectName workload, Instant now) {
        return namespace.equals(workload.namespace())
                && (serviceAccount == null || serviceAccount.equals(workload.name()))
                && now.isBefore(until);
    }
}
