package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.AdmissionDecision.Allow;
import io.openrouteroperator.core.admission.AdmissionDecision.Deny;
import io.openrouteroperator.core.admission.AdmissionDecision.Warn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns violations into a decision under the policies that govern the namespace. The strictest policy decides; a policy that exempts
 * the workload has no say; what was there before the request is never a reason to refuse it.
 */
public final class AdmissionRuling {
    private static final int LONGEST_ANNOTATION = 512;

    private AdmissionRuling() {}

    /**
     * Who is judged, and when.
     *
     * @param serviceAccount of the workload; empty for objects without one
     */
    public record Subject(String namespace, String serviceAccount, Instant now) {}

    /**
     * The decision.
     *
     * @param fresh violations that the request brings
     * @param unchanged violations that were there before it
     */
    public static AdmissionDecision decide(
            List<Violation> fresh, List<Violation> unchanged, List<GoverningPolicy> policies, Subject subject) {
        if (fresh.isEmpty() && unchanged.isEmpty()) {
            return new Allow(List.of(), annotations("allow", List.of(), policies, subject));
        }
        List<GoverningPolicy> binding = binding(policies, subject);
        List<Violation> refused = new ArrayList<>();
        List<Violation> warned = new ArrayList<>();
        for (Violation violation : fresh) {
            switch (mode(violation, binding)) {
                case ENFORCE -> refused.add(violation);
                case WARN -> warned.add(violation);
                case AUDIT -> {}
            }
        }
        unchanged.stream()
                .filter(violation -> mode(violation, binding) != EnforcementMode.AUDIT)
                .forEach(warned::add);
        List<Violation> all = new ArrayList<>(fresh);
        all.addAll(unchanged);
        return decision(bySeverity(refused), bySeverity(warned), bySeverity(all), policies, subject);
    }

    /** The decision about what no policy's mode softens, such as rules about policies themselves. */
    public static AdmissionDecision regardlessOfPolicies(List<Violation> refused, List<Violation> warned) {
        List<Violation> all = new ArrayList<>(refused);
        all.addAll(warned);
        Subject nobody = new Subject("", "", Instant.EPOCH);
        return decision(bySeverity(refused), bySeverity(warned), bySeverity(all), List.of(), nobody);
    }

    private static AdmissionDecision decision(
            List<Violation> refused,
            List<Violation> warned,
            List<Violation> all,
            List<GoverningPolicy> policies,
            Subject subject) {
        if (!refused.isEmpty()) {
            return new Deny(refused, warned, all, names(policies), annotations("deny", all, policies, subject));
        }
        return warned.isEmpty()
                ? new Allow(all, annotations("allow", all, policies, subject))
                : new Warn(warned, all, annotations("warn", all, policies, subject));
    }

    private static Map<String, String> annotations(
            String decision, List<Violation> all, List<GoverningPolicy> policies, Subject subject) {
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put("decision", decision);
        annotations.put("policy", policies.isEmpty() ? "none" : names(policies));
        if (!all.isEmpty()) {
            annotations.put("violations", summary(all));
        }
        policies.stream()
                .flatMap(policy -> exemption(policy, subject).stream())
                .findFirst()
                .ifPresent(
                        exemption -> annotations.put("exemption", exemption.reason() + " until " + exemption.until()));
        return annotations;
    }

    private static String names(List<GoverningPolicy> policies) {
        return policies.size() == 1
                ? policies.getFirst().name()
                : policies.stream().map(GoverningPolicy::name).collect(Collectors.joining(", "));
    }

    /** What the policies do about something that exists already; nothing when every policy exempts the subject. */
    public static Optional<EnforcementMode> mode(Violation violation, List<GoverningPolicy> policies, Subject subject) {
        List<GoverningPolicy> binding = binding(policies, subject);
        return binding.isEmpty() ? Optional.empty() : Optional.of(mode(violation, binding));
    }

    private static List<GoverningPolicy> binding(List<GoverningPolicy> policies, Subject subject) {
        return policies.stream()
                .filter(policy -> exemption(policy, subject).isEmpty())
                .toList();
    }

    private static Optional<DatedExemption> exemption(GoverningPolicy policy, Subject subject) {
        return policy.exemptionFor(subject.namespace(), subject.serviceAccount(), subject.now());
    }

    /** Nobody's business is only recorded, so that the answer is the same when a namespace has no policy and when all are exempt. */
    private static EnforcementMode mode(Violation violation, List<GoverningPolicy> policies) {
        return policies.stream()
                .map(policy -> policy.enforcementOf(violation))
                .reduce(EnforcementMode.AUDIT, EnforcementMode::or);
    }

    /** Equally severe ones stay in the order of the object. */
    private static List<Violation> bySeverity(List<Violation> violations) {
        return violations.stream().sorted(Comparator.comparing(Violation::rule)).toList();
    }

    private static String summary(List<Violation> violations) {
        String text = violations.stream()
                .map(violation -> violation.rule().id() + " " + violation.path())
                .collect(Collectors.joining("; "));
        return text.length() <= LONGEST_ANNOTATION ? text : text.substring(0, LONGEST_ANNOTATION - 3) + "...";
    }
}
