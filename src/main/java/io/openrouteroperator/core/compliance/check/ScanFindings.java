package io.openrouteroperator.core.compliance.check;

import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Subject;
import io.openrouteroperator.core.compliance.snapshot.ObservedCondition;
import io.openrouteroperator.core.compliance.snapshot.ObservedPolicy;
import io.openrouteroperator.core.compliance.snapshot.ObservedReport;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.condition.ConditionType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the scan found in objects that exist, by rule of admission. */
public final class ScanFindings {
    /** Name of the scan's reports. */
    static final String REPORT = "openrouter-operator";

    private static final Set<String> STRAY = Set.of(
            "literal-key",
            "secret-not-managed",
            "config-map-holds-key",
            "key-outside-managed-secret",
            "mark-forged",
            "managed-secret-edited",
            "not-examinable");

    private ScanFindings() {}

    /** No key is anywhere but in the operator's Secrets. */
    public static List<Observation> stray(Snapshot snapshot, Instant now) {
        return Stream.concat(
                        of(snapshot, STRAY::contains),
                        snapshot.policies().stream().map(policy -> scanned(policy, snapshot)))
                .toList();
    }

    /** Every finding of every report. */
    public static List<Observation> all(Snapshot snapshot) {
        return of(snapshot, _ -> true).toList();
    }

    /** The findings that tell which class they are about, with that class. */
    public static Map<Observation, String> classified(Snapshot snapshot) {
        Map<Observation, String> classes = new HashMap<>();
        for (ObservedReport report : snapshot.reports()) {
            for (ObservedReport.Result result : report.results()) {
                if (result.isFinding() && result.classification() != null) {
                    classes.put(observation(report, result), result.classification());
                }
            }
        }
        return classes;
    }

    /** Findings of one rule. */
    static List<Observation> about(Snapshot snapshot, String rule) {
        return of(snapshot, rule::equals).toList();
    }

    /** Findings of one rule about data of these classes; policies may give the same name to classes that differ. */
    static List<Observation> about(Snapshot snapshot, String rule, List<GovernedClass> classes) {
        return where(
                        snapshot,
                        result ->
                                result.rule().equals(rule) && classes.stream().anyMatch(each -> isAbout(result, each)))
                .toList();
    }

    private static boolean isAbout(ObservedReport.Result result, GovernedClass each) {
        return each.rules().name().equals(result.classification())
                && (result.policy() == null || each.policy().name().equals(result.policy()));
    }

    private static Stream<Observation> of(Snapshot snapshot, Predicate<String> rule) {
        return where(snapshot, result -> rule.test(result.rule()));
    }

    private static Stream<Observation> where(Snapshot snapshot, Predicate<ObservedReport.Result> wanted) {
        return snapshot.reports().stream()
                .flatMap(report -> report.results().stream()
                        .filter(result -> result.isFinding() && wanted.test(result))
                        .map(result -> observation(report, result)));
    }

    static Observation observation(ObservedReport report, ObservedReport.Result result) {
        return Observation.breaks(
                new Subject("Finding", report.namespace(), result.object()),
                result.rule() + ": " + result.message(),
                result.since());
    }

    /** Whether the scan has looked into every namespace of a policy, and how many findings it counts. */
    private static Observation scanned(ObservedPolicy policy, Snapshot snapshot) {
        Subject subject = Subject.policy(policy.name());
        Optional<ObservedCondition> conform = policy.conditions().get(ConditionType.OBJECTS_CONFORM);
        if (conform.isEmpty()) {
            return ofNamespace(subject, snapshot);
        }
        ObservedCondition condition = conform.get();
        return switch (condition.status()) {
            case "True" -> Observation.holds(subject, "the scan: " + condition.message());
            case "False" -> Observation.breaks(subject, "the scan: " + condition.message(), condition.since());
            default -> Observation.unseen(subject, "the scan: " + condition.message());
        };
    }

    /** The condition counts over all namespaces, so the report of one goes by the report of the scan in it. */
    private static Observation ofNamespace(Subject policy, Snapshot snapshot) {
        List<ObservedReport> scans = snapshot.reports().stream()
                .filter(report -> report.name().equals(REPORT))
                .toList();
        if (snapshot.scope().namespace() == null || scans.isEmpty()) {
            return Observation.unseen(
                    policy,
                    "existing objects were not scanned; condition ObjectsConform and the scan's reports would prove"
                            + " it");
        }
        ObservedReport scan = scans.getFirst();
        Subject subject = Subject.namespace(scan.namespace());
        return scan.failed() == 0
                ? Observation.holds(subject, "the scan reports no finding")
                : Observation.breaks(subject, "the scan counts %d findings".formatted(scan.failed()));
    }
}
