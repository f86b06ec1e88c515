package io.openrouteroperator.core.scan;

import io.openrouteroperator.core.admission.AdmissionRuling;
import io.openrouteroperator.core.admission.AdmissionRuling.Subject;
import io.openrouteroperator.core.admission.DatedExemption;
import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.GoverningPolicy;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.check.ObjectChecks;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A look at one namespace, object by object; controllers should come before what they made. A violation is told where it is first met:
 * the pods of a Deployment repeat what its template says, and ten replicas are one finding. Memory is bounded by the number of objects,
 * not by their size.
 */
public final class NamespaceScan {
    /** Findings that are kept; the rest is counted. */
    public static final int MOST_LISTED = 150;

    private final String namespace;
    private final Governance governance;
    private final Instant now;
    private final List<GoverningPolicy> policies;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<Told, String> toldBy = new HashMap<>();
    private final Set<String> dirty = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<FindingKind, Integer> counts = new TreeMap<>();
    private int roots;

    private record Node(String name, @Nullable String controllerUid) {}

    /** What was said about a workload, at whatever path. */
    private record Told(String workloadUid, Object rule, String what) {}

    /** @param now when the look begins; decides whether exemptions hold */
    public NamespaceScan(String namespace, Governance governance, Instant now) {
        this.namespace = namespace;
        this.governance = governance;
        this.now = now;
        this.policies = governance.policiesOf(namespace);
    }

    /** Judges one object; {@code contents} should hold what its pods refer to. */
    public void add(ScannedObject object, PodContents contents) {
        String name =
                object.facts().object().kind() + "/" + object.facts().object().name();
        nodes.put(object.uid(), new Node(name, object.controllerUid()));
        String workload = workloadOf(object.uid());
        if (workload.equals(object.uid())) {
            roots++;
        }
        if (!object.idle()) {
            for (Violation violation : ObjectChecks.check(object.facts(), contents, governance)) {
                Told told = new Told(workload, violation.rule(), violation.what());
                if (toldBy.computeIfAbsent(told, _ -> object.uid()).equals(object.uid())) {
                    record(object, workload, violation);
                }
            }
        }
    }

    /** Everything found. */
    public NamespaceOutcome outcome() {
        return new NamespaceOutcome(namespace, now, policies, roots - dirty.size(), findings, counts);
    }

    /** Follows controllers as far as they exist; one who names a controller that does not is judged on its own. */
    private String workloadOf(String uid) {
        String top = uid;
        Set<String> seen = new HashSet<>();
        while (seen.add(top)) {
            Node node = nodes.get(top);
            String controller = node == null ? null : node.controllerUid();
            if (controller == null || !nodes.containsKey(controller)) {
                return top;
            }
            top = controller;
        }
        return uid;
    }

    private void record(ScannedObject object, String workload, Violation violation) {
        Subject subject = new Subject(
                namespace, object.facts() instanceof Pods pods ? pods.pod().serviceAccount() : "", now);
        FindingResult result = AdmissionRuling.mode(violation, policies, subject)
                .map(FindingResult::of)
                .orElse(FindingResult.SKIP);
        dirty.add(workload);
        counts.merge(new FindingKind(violation.rule(), result), 1, Integer::sum);
        if (findings.size() < MOST_LISTED) {
            DatedExemption exemption =
                    result == FindingResult.SKIP ? exemption(subject).orElse(null) : null;
            findings.add(new Finding(subjectOf(object, workload), violation, result, exemption));
        }
    }

    private FindingSubject subjectOf(ScannedObject object, String workload) {
        Node top = nodes.get(workload);
        return new FindingSubject(
                object.apiVersion(),
                object.facts().object().kind(),
                namespace,
                object.facts().object().name(),
                object.uid(),
                top == null || workload.equals(object.uid()) ? null : top.name());
    }

    private Optional<DatedExemption> exemption(Subject subject) {
        return policies.stream()
                .flatMap(policy ->
                        policy.exemptionFor(subject.namespace(), subject.serviceAccount(), subject.now()).stream())
                .findFirst();
    }
}
