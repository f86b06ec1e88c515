package io.openrouteroperator.core.compliance.catalogue;

import static io.openrouteroperator.core.compliance.snapshot.Source.ACCOUNTS;
import static io.openrouteroperator.core.compliance.snapshot.Source.AUDIT_LOG;
import static io.openrouteroperator.core.compliance.snapshot.Source.LEASE;
import static io.openrouteroperator.core.compliance.snapshot.Source.POLICIES;
import static io.openrouteroperator.core.compliance.snapshot.Source.REPORTS;

import io.openrouteroperator.core.compliance.Control;
import io.openrouteroperator.core.compliance.ControlGroup;
import io.openrouteroperator.core.compliance.check.AccountChecks;
import io.openrouteroperator.core.compliance.check.PersonChecks;
import io.openrouteroperator.core.compliance.check.TrailChecks;
import io.openrouteroperator.core.compliance.check.UsageChecks;
import java.util.List;
import java.util.Set;

/** What can be looked up afterwards. */
final class AuditTrailControls {
    private static final Section SECTION = new Section(ControlGroup.AUDIT_TRAIL);

    private AuditTrailControls() {}

    static List<Control> all() {
        return List.of(
                SECTION.control(
                        "audit-destination",
                        "Does every request leave a trace at an observability destination?",
                        "condition AuditTrailConfigured of each account: the destination exists and is enabled",
                        "A request of a service is found at the destination.",
                        "kubectl get openrouteraccounts -o yaml; GET /observability/destinations",
                        Mappings.soc2("CC7.2", "CC7.3")
                                .gdpr("Art. 5(2)")
                                .hipaa("164.312(b)", "164.308(a)(1)(ii)(D)")
                                .iso("A.8.15", "A.8.16")
                                .aiAct("Art. 12(1)", "Art. 26(6)"),
                        Set.of(ACCOUNTS),
                        AccountChecks::auditTrail),
                SECTION.control(
                        "activity-recorded",
                        "Is there activity for each key that calls?",
                        "condition UsageConforms of each policy, which follows from OpenRouter's activity by key and"
                                + " day",
                        "GET /activity has rows for each key that spent money.",
                        "kubectl get policyreports,reports -A -l app.kubernetes.io/managed-by=openrouter-operator",
                        Mappings.soc2("CC7.2")
                                .hipaa("164.308(a)(1)(ii)(D)", "164.312(b)")
                                .iso("A.8.15")
                                .aiAct("Art. 26(5)"),
                        Set.of(POLICIES, ACCOUNTS, REPORTS),
                        UsageChecks::recorded),
                SECTION.control(
                        "operator-watching",
                        "Was the operator alive when this was read?",
                        "the lease that its leader renews",
                        "The lease was renewed within the last two minutes.",
                        "kubectl -n openrouter-system get lease openrouter-operator -o yaml",
                        Mappings.soc2("CC7.1", "CC7.2")
                                .hipaa("164.308(a)(1)(ii)(D)")
                                .iso("A.8.16"),
                        Set.of(LEASE),
                        TrailChecks::watching),
                SECTION.control(
                        "audit-log-sealed",
                        "Is the operator's own log chained, signed and recent?",
                        "the public keys and checkpoints that the log publishes",
                        "`openrouter-operator audit verify` reads the log itself and finds it whole.",
                        "kubectl -n openrouter-system get configmap openrouter-operator-audit-keys -o yaml",
                        Mappings.soc2("CC7.2", "CC4.1")
                                .gdpr("Art. 5(2)", "Art. 32(1)(b)")
                                .hipaa("164.312(b)", "164.312(c)(1)")
                                .iso("A.8.15", "A.5.28", "A.5.33")
                                .aiAct("Art. 12(1)"),
                        Set.of(AUDIT_LOG),
                        TrailChecks::sealed),
                SECTION.control(
                        "retention-operational",
                        "Are operational records kept for 90 days?",
                        "a person's attestation: the store of the logs is outside of the cluster's knowledge",
                        "The retention setting of the store that takes the operator's log and the destination's"
                                + " traces.",
                        "The settings of that store",
                        Mappings.soc2("CC7.3", "A1.2")
                                .gdpr("Art. 5(1)(e)")
                                .hipaa("164.312(b)")
                                .iso("A.8.15", "A.5.33")
                                .aiAct("Art. 26(6)"),
                        Set.of(),
                        PersonChecks.vouchedFor("log store", "no machine here sees how long logs are kept; attest it")),
                SECTION.control(
                        "retention-financial",
                        "Are financial records kept for seven years?",
                        "a person's attestation",
                        "The retention setting of the archive of invoices and usage.",
                        "The settings of that archive",
                        Mappings.soc2("CC7.3").gdpr("Art. 5(1)(e)").iso("A.5.33"),
                        Set.of(),
                        PersonChecks.vouchedFor(
                                "archive", "no machine here sees how long invoices and usage are kept; attest it")));
    }
}
