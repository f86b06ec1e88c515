package io.openrouteroperator.core.compliance.check;

import io.openrouteroperator.core.admission.DatedExemption;
import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.compliance.Check;
import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Subject;
import io.openrouteroperator.core.compliance.snapshot.ObservedNamespace;
import io.openrouteroperator.core.compliance.snapshot.ObservedPolicy;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.compliance.snapshot.Source;
import io.openrouteroperator.core.compliance.snapshot.Voucher;
import io.openrouteroperator.core.policy.NearestMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Policies govern whom they should, and what they let pass ends. */
public final class GovernanceChecks {
    private static final Duration LONGEST_EXEMPTION = Duration.ofDays(366);

    private GovernanceChecks() {}

    /** Stray keys are refused, not only noted, and each namespace with a key is governed. */
    public static List<Observation> enforced(Snapshot snapshot, Instant now) {
        List<Observation> seen = new ArrayList<>(
                snapshot.policies().stream().map(GovernanceChecks::enforced).toList());
        if (snapshot.gaps().containsKey(Source.NAMESPACES)) {
            return seen;
        }
        snapshot.keys().stream()
                .map(key -> key.name().namespace())
                .distinct()
                .filter(namespace -> !governed(namespace, snapshot))
                .map(namespace ->
                        Observation.breaks(Subject.namespace(namespace), "it has keys, but no policy governs it"))
                .forEach(seen::add);
        return seen;
    }

    /** The API server asks about what the chart says. */
    public static List<Observation> asked(Snapshot snapshot, Instant now) {
        Subject subject = Subject.cluster("webhook configuration");
        List<String> edits = snapshot.webhookEdits();
        if (edits == null) {
            return List.of(Observation.unseen(
                    subject,
                    "ConfigMap openrouter-operator-webhook, which says how it was installed, was not found; --operator-namespace and"
                            + " --operator-name say where"));
        }
        return List.of(
                edits.isEmpty()
                        ? Observation.holds(subject, "as it was installed")
                        : Observation.breaks(
                                subject, "somebody edited it, so keys may pass unseen: " + String.join(", ", edits)));
    }

    private static Observation enforced(ObservedPolicy policy) {
        Subject subject = Subject.policy(policy.name());
        List<String> lax = new ArrayList<>();
        if (policy.admission().enforcement() != EnforcementMode.ENFORCE) {
            lax.add("spec.enforcement");
        }
        policy.admission().byClassification().entrySet().stream()
                .filter(each -> each.getValue() != EnforcementMode.ENFORCE)
                .map(each -> "class " + each.getKey())
                .sorted()
                .forEach(lax::add);
        return lax.isEmpty()
                ? Observation.holds(subject, "violations are refused at admission")
                : Observation.breaks(subject, "violations are admitted: " + String.join(", ", lax) + " is not Enforce");
    }

    private static boolean governed(String namespace, Snapshot snapshot) {
        return snapshot.namespaces().stream()
                .filter(each -> each.name().equals(namespace))
                .map(ObservedNamespace::labels)
                .anyMatch(labels -> snapshot.policies().stream()
                        .anyMatch(policy -> policy.rules().namespaces().matches(labels)));
    }

    /** Each exemption has a reason, and ends within a year. */
    public static List<Observation> exemptions(Snapshot snapshot, Instant now) {
        return snapshot.policies().stream()
                .flatMap(policy -> policy.admission().exemptions().stream()
                        .map(exemption -> exemption(Subject.policy(policy.name()), exemption, now)))
                .toList();
    }

    private static Observation exemption(Subject policy, DatedExemption exemption, Instant now) {
        String text = "%s %s exempt until %s (%s)"
                .formatted(
                        exemption.serviceAccount() == null
                                ? exemption.namespace()
                                : exemption.namespace() + "/" + exemption.serviceAccount(),
                        now.isBefore(exemption.until()) ? "is" : "was",
                        exemption.until(),
                        exemption.reason());
        return exemption.until().isAfter(now.plus(LONGEST_EXEMPTION))
                ? Observation.breaks(policy, text + ", which is more than a year away")
                : Observation.holds(policy, text);
    }

    /** Each attestation names a control that exists, and still holds. */
    public static Check attestations(Collection<String> controls) {
        return (snapshot, now) -> snapshot.policies().stream()
                .flatMap(policy -> policy.vouchers().stream())
                .map(voucher -> attestation(voucher, controls, now))
                .toList();
    }

    private static Observation attestation(Voucher voucher, Collection<String> controls, Instant now) {
        Subject subject = Subject.policy(voucher.policy());
        if (!controls.contains(voucher.control())) {
            return Observation.breaks(
                    subject,
                    "spec.attestations[%s].control names no control%s"
                            .formatted(voucher.control(), NearestMatch.question(voucher.control(), controls)));
        }
        return voucher.expired(now)
                ? Observation.expired(voucher)
                : Observation.holds(
                        subject,
                        "%s vouches for %s until %s".formatted(voucher.by(), voucher.control(), voucher.validUntil()));
    }
}
