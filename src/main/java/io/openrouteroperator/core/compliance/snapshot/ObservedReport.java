package io.openrouteroperator.core.compliance.snapshot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PolicyReport or OpenReports report of the operator.
 *
 * @param name {@code openrouter-operator} for the scan of what exists
 * @param failed how many findings it counts, also those that it does not list
 */
public record ObservedReport(String namespace, String name, int failed, List<Result> results) {
    /**
     * One finding.
     *
     * @param outcome fail, warn, skip, pass or error
     * @param object what it is about, such as {@code Deployment shop/checkout}
     * @param policy whose class it is, or the policies of the namespace where the scan found it
     * @param since when it was found first
     */
    public record Result(
            String rule,
            String outcome,
            String severity,
            String object,
            String message,
            @Nullable String policy,
            @Nullable String classification,
            @Nullable Instant since) {
        /** Whether something is wrong, and not exempt. */
        public boolean isFinding() {
            return outcome.equals("fail") || outcome.equals("warn") || outcome.equals("error");
        }
    }

    public ObservedReport {
        results = List.copyOf(results);
    }
}
