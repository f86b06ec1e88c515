package io.openrouteroperator.core.compliance.catalogue;

import static io.openrouteroperator.core.compliance.snapshot.Source.ACCOUNTS;
import static io.openrouteroperator.core.compliance.snapshot.Source.KEYS;
import static io.openrouteroperator.core.compliance.snapshot.Source.POLICIES;
import static io.openrouteroperator.core.compliance.snapshot.Source.REPORTS;

import io.openrouteroperator.core.compliance.Check;
import io.openrouteroperator.core.compliance.Control;
import io.openrouteroperator.core.compliance.ControlGroup;
import io.openrouteroperator.core.compliance.Safeguard;
import io.openrouteroperator.core.compliance.check.AccountChecks;
import io.openrouteroperator.core.compliance.check.AgeChecks;
import io.openrouteroperator.core.compliance.check.KeyChecks;
import io.openrouteroperator.core.compliance.check.PersonChecks;
import io.openrouteroperator.core.compliance.check.ProviderChecks;
import io.openrouteroperator.core.compliance.check.ScanFindings;
import io.openrouteroperator.core.compliance.check.UsageChecks;
import io.openrouteroperator.core.compliance.snapshot.Source;
import java.util.List;
import java.util.Set;

/** The eight things that go wrong with keys of model providers, and what stands against each. */
final class WhatGoesWrong {
    private static final String POLLS = "one poll of the account (spec.pollInterval, 60 s when not given)";
    private static final String SCANS =
            "at once at admission; one scan (scan.interval, 10 min when not given) for what exists";

    private WhatGoesWrong() {}

    static List<Control> all() {
        return List.of(
                control(
                        "unapproved-provider-request",
                        "Are requests kept from unapproved providers?",
                        prevented(
                                "OpenRouter refuses it by the guardrail of the class, which is proven before a key is"
                                        + " published and put back when someone changes it",
                                "PolicyIT, KeyDeliveryIT, EditGuardrailByHand in make demo",
                                POLLS + " for a guardrail changed by hand"),
                        Mappings.soc2("CC6.1", "CC9.2")
                                .gdpr("Art. 28(1)")
                                .hipaa("164.308(b)(1)")
                                .iso("A.5.23"),
                        Set.of(POLICIES, KEYS, REPORTS),
                        Check.all(ProviderChecks::approved, UsageChecks.breaksOf(UsageChecks::served))),
                control(
                        "key-in-logs",
                        "Are keys kept out of logs?",
                        prevented(
                                "the operator prints keys masked only; the logs of services are theirs",
                                "ArchitectureTest, KeyMaterialTest, KeyMaterialIT",
                                "not measured: no machine here reads the logs of services"),
                        Mappings.soc2("CC6.1", "CC6.7")
                                .gdpr("Art. 32(1)(b)")
                                .hipaa("164.312(a)(1)")
                                .iso("A.8.12", "A.8.15"),
                        Set.of(),
                        PersonChecks.vouchedFor(
                                "logs",
                                "nobody here reads the logs of services; attest a search for sk-or- in them, and use"
                                        + " `openrouter-operator audit source` on their code")),
                control(
                        "request-without-trail",
                        "Does no request go without an audit trail?",
                        detected(
                                "the account names the destination that must exist; with required: true a missing one"
                                        + " makes the account not ready",
                                "AccountIT",
                                POLLS),
                        Mappings.soc2("CC7.2").hipaa("164.312(b)").iso("A.8.15").aiAct("Art. 12(1)"),
                        Set.of(ACCOUNTS),
                        AccountChecks::auditTrail),
                control(
                        "free-model-on-regulated-data",
                        "Is regulated data kept from free models?",
                        prevented(
                                "free variants are left out of the guardrail's list unless models.allowFree says"
                                        + " otherwise",
                                "PolicyCompilerTest",
                                "not needed"),
                        Mappings.soc2("C1.1")
                                .gdpr("Art. 28(1)")
                                .hipaa("164.308(b)(1)")
                                .iso("A.5.23"),
                        Set.of(POLICIES, REPORTS),
                        Check.all(ProviderChecks::freeModels, UsageChecks::freeServed)),
                control(
                        "free-tier-account",
                        "Is regulated data kept from accounts of the free tier?",
                        detected("credits of the account are read at each poll", "ReviewTest", POLLS),
                        Mappings.soc2("CC9.2")
                                .gdpr("Art. 28(1)")
                                .hipaa("164.308(b)(1)")
                                .iso("A.5.19"),
                        Set.of(ACCOUNTS, POLICIES),
                        AccountChecks::paid),
                control(
                        "key-without-limit",
                        "Is no key without a limit?",
                        prevented(
                                "a key is born with limit 0 and gets its real limit before it is published; a limit"
                                        + " changed by hand is put back",
                                "LimitRulesTest, KeyHealingIT",
                                POLLS + " for a limit changed by hand"),
                        Mappings.soc2("CC6.1", "CC5.2").iso("A.8.6"),
                        Set.of(KEYS, POLICIES),
                        KeyChecks::limited),
                control(
                        "hard-coded-key",
                        "Are hard-coded keys refused, and found?",
                        prevented(
                                "the webhook refuses it, the scan finds what existed before, `audit source` finds it"
                                        + " before a commit",
                                "FourDoorsTest, RulePagesTest",
                                SCANS),
                        Mappings.soc2("CC6.1", "CC8.1")
                                .gdpr("Art. 32(1)(b)")
                                .hipaa("164.312(d)")
                                .iso("A.5.17", "A.8.28"),
                        Set.of(POLICIES, REPORTS),
                        ScanFindings::stray),
                control(
                        "stale-key",
                        "Do old keys stop working?",
                        prevented(
                                "keys are replaced by age, retired when their overlap ends, and end at OpenRouter at"
                                        + " maxAge even without the operator",
                                "RotationScheduleTest, RetirementRulesTest, RotationIT",
                                "one pass of the operator; an alert fires before maxAge"),
                        Mappings.soc2("CC6.1", "CC6.2")
                                .hipaa("164.308(a)(5)(ii)(D)")
                                .iso("A.5.17", "A.5.18"),
                        Set.of(KEYS, POLICIES, REPORTS),
                        Check.all(AgeChecks::age, AgeChecks::retired, UsageChecks::unused)));
    }

    private static Safeguard prevented(String mechanism, String test, String time) {
        return new Safeguard(true, mechanism, test, time);
    }

    private static Safeguard detected(String mechanism, String test, String time) {
        return new Safeguard(false, mechanism, test, time);
    }

    private static Control control(
            String id, String question, Safeguard safeguard, Mappings mappings, Set<Source> sources, Check check) {
        return new Control(
                id,
                ControlGroup.WHAT_GOES_WRONG,
                question,
                (safeguard.prevented() ? "prevented: " : "detected: ") + safeguard.mechanism(),
                "Tests: " + safeguard.test() + ". Time to detect: " + safeguard.time() + ".",
                "make test",
                mappings.list(),
                sources,
                safeguard,
                check);
    }
}
