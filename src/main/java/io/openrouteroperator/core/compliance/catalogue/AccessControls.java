package io.openrouteroperator.core.compliance.catalogue;

import static io.openrouteroperator.core.compliance.snapshot.Source.ACCOUNTS;
import static io.openrouteroperator.core.compliance.snapshot.Source.KEYS;
import static io.openrouteroperator.core.compliance.snapshot.Source.NAMESPACES;
import static io.openrouteroperator.core.compliance.snapshot.Source.POLICIES;
import static io.openrouteroperator.core.compliance.snapshot.Source.REPORTS;
import static io.openrouteroperator.core.compliance.snapshot.Source.WEBHOOK;
import static io.openrouteroperator.core.compliance.snapshot.Source.WORKLOADS;

import io.openrouteroperator.core.compliance.Check;
import io.openrouteroperator.core.compliance.Control;
import io.openrouteroperator.core.compliance.ControlGroup;
import io.openrouteroperator.core.compliance.check.AccountChecks;
import io.openrouteroperator.core.compliance.check.AgeChecks;
import io.openrouteroperator.core.compliance.check.GovernanceChecks;
import io.openrouteroperator.core.compliance.check.KeyChecks;
import io.openrouteroperator.core.compliance.check.PersonChecks;
import io.openrouteroperator.core.compliance.check.ScanFindings;
import io.openrouteroperator.core.compliance.check.UsageChecks;
import java.util.List;
import java.util.Set;

/** Who holds which key. */
final class AccessControls {
    private static final Section SECTION = new Section(ControlGroup.ACCESS_CONTROL);

    private static final String SHOW_KEYS = "kubectl get openrouterkeys -A -o wide";
    private static final String SHOW_ACCOUNTS = "kubectl get openrouteraccounts -o yaml";

    private AccessControls() {}

    static List<Control> all() {
        return List.of(
                SECTION.control(
                        "one-key-per-service",
                        "Does each service have a key of its own?",
                        "the workloads that read each managed Secret, and the findings of the scan",
                        "No Secret is read by two workloads, and no key is found in two places.",
                        "kubectl get deployments,statefulsets,daemonsets,cronjobs,jobs,pods -A -o yaml | grep -B40"
                                + " SECRET",
                        Mappings.soc2("CC6.1", "CC6.2", "CC6.3")
                                .gdpr("Art. 32(1)(b)")
                                .hipaa("164.312(a)(2)(i)", "164.308(a)(4)(i)")
                                .iso("A.5.16", "A.5.17"),
                        Set.of(KEYS, WORKLOADS, REPORTS),
                        KeyChecks::unshared),
                SECTION.control(
                        "limit-on-every-key",
                        "Does every key have a spending limit?",
                        "the limit that class and key allow, and what OpenRouter says is left of it",
                        "GET /keys shows a limit on each key.",
                        "kubectl get openrouterkeys -A -o"
                                + " custom-columns=NAME:.metadata.name,LEFT:.status.usage.remaining",
                        Mappings.soc2("CC6.1", "CC5.2").iso("A.8.6", "A.5.15"),
                        Set.of(KEYS, POLICIES),
                        KeyChecks::limited),
                SECTION.control(
                        "key-age",
                        "Is every key younger than its interval and 90 days?",
                        "status.current.createdAt of each key, the rotation of its class and status.nextRotationTime",
                        "GET /keys shows created_at of each key.",
                        SHOW_KEYS,
                        Mappings.soc2("CC6.1")
                                .gdpr("Art. 32(1)(b)")
                                .hipaa("164.308(a)(5)(ii)(D)")
                                .iso("A.5.17", "A.8.24"),
                        Set.of(KEYS, POLICIES),
                        AgeChecks::age),
                SECTION.control(
                        "keys-in-owned-secrets",
                        "Are keys held only in Secrets that the operator owns?",
                        "condition SecretSynced of each key; the scan's reports and condition ObjectsConform of each"
                                + " policy",
                        "The scan finds no key anywhere else.",
                        "kubectl get policyreports,reports -A; kubectl get openrouterpolicies -o yaml",
                        Mappings.soc2("CC6.1", "CC6.7")
                                .gdpr("Art. 32(1)(b)")
                                .hipaa("164.312(a)(1)", "164.312(d)")
                                .iso("A.5.17", "A.8.12"),
                        Set.of(KEYS, POLICIES, REPORTS),
                        Check.all(KeyChecks::delivered, ScanFindings::stray)),
                SECTION.control(
                        "secrets-encrypted-at-rest",
                        "Are Secrets encrypted where the cluster stores them?",
                        "a person's attestation: the API server does not tell",
                        "The encryption configuration of the API server, or the statement of the cluster's vendor.",
                        "On a control plane node: the file that --encryption-provider-config names",
                        Mappings.soc2("CC6.1", "CC6.7")
                                .gdpr("Art. 32(1)(a)")
                                .hipaa("164.312(a)(2)(iv)")
                                .iso("A.8.24"),
                        Set.of(),
                        PersonChecks.vouchedFor(
                                "cluster", "the API server does not tell whether it encrypts Secrets; attest it")),
                SECTION.control(
                        "management-keys-confined",
                        "Are management keys out of the reach of services?",
                        "the namespaces of their Secrets, and the workloads that read them",
                        "No workload reads the Secret, and its namespace is not governed.",
                        SHOW_ACCOUNTS,
                        Mappings.soc2("CC6.1", "CC6.3")
                                .gdpr("Art. 32(1)(b)")
                                .hipaa("164.308(a)(3)(i)", "164.308(a)(4)(i)")
                                .iso("A.8.2", "A.8.3"),
                        Set.of(ACCOUNTS, POLICIES, WORKLOADS, NAMESPACES, REPORTS),
                        AccountChecks::managementKeysConfined),
                SECTION.control(
                        "management-keys-valid",
                        "Does OpenRouter accept the management keys?",
                        "condition ManagementKeyValid of each account",
                        "GET /keys answers.",
                        SHOW_ACCOUNTS,
                        Mappings.soc2("CC6.1").iso("A.8.2"),
                        Set.of(ACCOUNTS),
                        AccountChecks::managementKeysValid),
                SECTION.control(
                        "management-key-age",
                        "Are the management keys replaced regularly?",
                        "a person's attestation: OpenRouter does not tell, and the operator reads only their values",
                        "The date at which the key was made, and when it is to be replaced.",
                        "kubectl get secret NAME -n NAMESPACE -o jsonpath='{.metadata.creationTimestamp}'",
                        Mappings.soc2("CC6.1").hipaa("164.308(a)(5)(ii)(D)").iso("A.5.17", "A.8.2"),
                        Set.of(ACCOUNTS),
                        AccountChecks::managementKeysAge),
                SECTION.control(
                        "no-unmanaged-keys",
                        "Is every key in the account managed?",
                        "status.keys of each account, counted at each poll",
                        "GET /keys lists no key without an OpenRouterKey.",
                        "kubectl get openrouteraccounts -o jsonpath='{.items[*].status.keys}'",
                        Mappings.soc2("CC6.2", "CC6.3")
                                .gdpr("Art. 32(1)(b)")
                                .hipaa("164.308(a)(3)(ii)(C)", "164.308(a)(4)(i)")
                                .iso("A.5.18", "A.5.9"),
                        Set.of(ACCOUNTS),
                        Check.all(AccountChecks::unmanagedKeys, UsageChecks::unmanaged)),
                SECTION.control(
                        "admission-enforced",
                        "Are workloads with keys of their own refused?",
                        "spec.enforcement of each policy and class; the labels of each namespace that has keys; the webhook configuration against the installed one",
                        "A pod with such a key is refused in each of these namespaces.",
                        "openrouter-operator why -f pod.yaml",
                        Mappings.soc2("CC6.1", "CC8.1")
                                .gdpr("Art. 25(2)")
                                .hipaa("164.308(a)(4)(i)")
                                .iso("A.8.3", "A.8.9"),
                        Set.of(POLICIES, KEYS, NAMESPACES, WEBHOOK),
                        Check.all(GovernanceChecks::enforced, GovernanceChecks::asked)),
                SECTION.control(
                        "exemptions-end",
                        "Does each exemption have a reason and an end within a year?",
                        "spec.exemptions of each policy",
                        "The policy, and the tickets that the reasons name.",
                        "kubectl get openrouterpolicies -o jsonpath='{.items[*].spec.exemptions}'",
                        Mappings.soc2("CC3.2", "CC5.3")
                                .hipaa("164.308(a)(1)(ii)(B)")
                                .iso("A.5.36"),
                        Set.of(POLICIES),
                        GovernanceChecks::exemptions));
    }
}
