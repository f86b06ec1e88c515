package io.openrouteroperator.core.usage;

import java.util.List;
import java.util.Map;

/**
 * What became of the calls of one service.
 *
 * @param findings by day, then by severity
 * @param served requests of the judged days
 */
public record ServiceJudgement(List<UsageFinding> findings, Map<Served, Long> served) {
    public ServiceJudgement {
        findings = List.copyOf(findings);
        served = Map.copyOf(served);
    }
}
