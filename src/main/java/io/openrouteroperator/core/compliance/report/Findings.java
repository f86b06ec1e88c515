package io.openrouteroperator.core.compliance.report;

import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Observation.Outcome;
import io.openrouteroperator.core.compliance.Verdict;
import io.openrouteroperator.core.compliance.check.ScanFindings;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what breaks controls. */
final class Findings {
    private Findings() {}

    /** The findings, by owner; what breaks several controls is one, and what is reported but breaks none is one too. */
    static List<Finding> of(List<Verdict> verdicts, Snapshot snapshot) {
        Map<Observation, List<String>> controls = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            verdict.observations().stream()
                    .filter(each -> each.outcome() == Outcome.BREAKS)
                    .forEach(each -> controls.computeIfAbsent(each, _ -> new ArrayList<>())
                            .add(verdict.control().id()));
        }
        ScanFindings.all(snapshot).forEach(each -> controls.putIfAbsent(each, List.of()));
        FindingClasses classes = new FindingClasses(snapshot);
        return controls.entrySet().stream()
                .map(each -> new Finding(
                        each.getValue(), each.getKey(), each.getKey().subject().owner(), classes.of(each.getKey())))
                .sorted(Comparator.comparing(Finding::owner))
                .toList();
    }
}
