package io.openrouteroperator.core.compliance.catalogue;

import static io.openrouteroperator.core.compliance.snapshot.Source.ACCOUNTS;
import static io.openrouteroperator.core.compliance.snapshot.Source.KEYS;
import static io.openrouteroperator.core.compliance.snapshot.Source.POLICIES;
import static io.openrouteroperator.core.compliance.snapshot.Source.REPORTS;

import io.openrouteroperator.core.compliance.Check;
import io.openrouteroperator.core.compliance.Control;
import io.openrouteroperator.core.compliance.ControlGroup;
import io.openrouteroperator.core.compliance.check.DataHandlingChecks;
import io.openrouteroperator.core.compliance.check.PersonChecks;
import io.openrouteroperator.core.compliance.check.UsageChecks;
import java.util.List;
import java.util.Set;

/** What becomes of data. */
final class DataHandlingControls {
    private static final Section SECTION = new Section(ControlGroup.DATA_HANDLING);

    private static final String SHOW_POLICIES = "kubectl get openrouterpolicies -o yaml";
    private static final String GUARDRAIL =
            "curl -H \"Authorization: Bearer $MANAGEMENT_KEY\" https://openrouter.ai/api/v1/guardrails/ID";

    private DataHandlingControls() {}

    static List<Control> all() {
        return List.of(
                SECTION.control(
                        "training-denied",
                        "Are providers that may train on prompts kept out of every class?",
                        "data.training of each class; its guardrail read back at OpenRouter (condition"
                                + " GuardrailsInSync)",
                        "The guardrail of the class at OpenRouter does not enforce less than the policy says.",
                        GUARDRAIL,
                        Mappings.soc2("C1.1", "P4.1")
                                .gdpr("Art. 5(1)(b)", "Art. 28(3)(a)")
                                .hipaa("164.308(b)(1)")
                                .iso("A.5.34", "A.5.23")
                                .aiAct("Art. 26(1)"),
                        Set.of(POLICIES),
                        DataHandlingChecks::training),
                SECTION.control(
                        "account-privacy-defaults",
                        "Do the privacy settings of the OpenRouter account deny training and publication of prompts?",
                        "a person's attestation: OpenRouter has no call that reads them",
                        "A dated picture of Settings, Privacy of the account.",
                        "Open https://openrouter.ai/settings/privacy",
                        Mappings.soc2("C1.1", "CC6.1")
                                .gdpr("Art. 25(2)")
                                .hipaa("164.308(b)(1)")
                                .iso("A.5.23", "A.8.9"),
                        Set.of(),
                        PersonChecks.vouchedFor(
                                "account settings",
                                "OpenRouter has no call that reads the privacy settings of an account; attest them")),
                SECTION.control(
                        "zero-data-retention",
                        "Do endpoints that serve regulated data keep nothing?",
                        "data.zeroDataRetention of each regulated class; its guardrail read back",
                        "The guardrail enforces zero data retention, and GET /endpoints/zdr lists the endpoints.",
                        GUARDRAIL,
                        Mappings.soc2("C1.2", "P4.2")
                                .gdpr("Art. 5(1)(e)", "Art. 25(1)")
                                .hipaa("164.308(b)(1)", "164.312(e)(1)")
                                .iso("A.8.10", "A.5.34"),
                        Set.of(POLICIES),
                        DataHandlingChecks::retention),
                SECTION.control(
                        "provider-data-policies",
                        "Are place, privacy policy and terms of each approved provider known and acceptable?",
                        "providers.countries, compiled from OpenRouter's provider list; otherwise an attestation",
                        "The report's table of providers: headquarters, datacenters, privacy policy, terms, models served without keeping data, and since when.",
                        "kubectl -n openrouter-system get configmap openrouter-operator-providers -o jsonpath='{.data.providers\\.json}'",
                        Mappings.soc2("CC9.2", "P6.1")
                                .gdpr("Art. 28(1)", "Art. 44", "Art. 46")
                                .hipaa("164.308(b)(1)")
                                .iso("A.5.19", "A.5.22", "A.5.23"),
                        Set.of(POLICIES, REPORTS),
                        Check.all(DataHandlingChecks::providerPolicies, UsageChecks::changed)),
                SECTION.control(
                        "provider-dpa",
                        "Is there a contract on processing with OpenRouter and the providers that see personal data?",
                        "a person's attestation",
                        "The signed agreements (data processing, business associate).",
                        SHOW_POLICIES,
                        Mappings.soc2("CC9.2", "P6.4")
                                .gdpr("Art. 28(3)", "Art. 28(4)")
                                .hipaa("164.308(b)(1)", "164.308(b)(3)", "164.314(a)")
                                .iso("A.5.20")
                                .aiAct("Art. 25(4)"),
                        Set.of(),
                        PersonChecks.vouchedFor("contracts", "no machine sees a contract; attest it")),
                SECTION.control(
                        "data-classified",
                        "Is it known which services may send personal or health data?",
                        "spec.classification of each OpenRouterKey, and the policy that defines the class",
                        "The inventory of keys with their classes.",
                        "kubectl get openrouterkeys -A",
                        Mappings.soc2("C1.1", "CC2.1")
                                .gdpr("Art. 30(1)")
                                .hipaa("164.308(a)(1)(ii)(A)")
                                .iso("A.5.12", "A.5.9"),
                        Set.of(KEYS, POLICIES),
                        DataHandlingChecks::classification),
                SECTION.control(
                        "data-flow-known",
                        "Is it known where the data of each class goes?",
                        "keys, accounts and compiled classes; drawn in this report",
                        "The drawing, and what OpenRouter's activity says was used.",
                        SHOW_POLICIES,
                        Mappings.soc2("CC2.1", "P6.1")
                                .gdpr("Art. 30(1)(d)", "Art. 30(1)(e)", "Art. 44")
                                .hipaa("164.308(a)(1)(ii)(A)", "164.312(e)(1)")
                                .iso("A.5.14", "A.5.9"),
                        Set.of(KEYS, POLICIES, ACCOUNTS),
                        DataHandlingChecks::flow),
                SECTION.control(
                        "redaction-in-force",
                        "Is personal data redacted before a provider sees it?",
                        "data.redact of each regulated class; the filters of its guardrail read back",
                        "The guardrail's content filters.",
                        GUARDRAIL,
                        Mappings.soc2("C1.1", "CC6.7")
                                .gdpr("Art. 5(1)(c)", "Art. 25(1)", "Art. 32(1)(a)")
                                .hipaa("164.312(e)(1)")
                                .iso("A.8.11", "A.8.12"),
                        Set.of(POLICIES),
                        DataHandlingChecks::redaction));
    }
}
