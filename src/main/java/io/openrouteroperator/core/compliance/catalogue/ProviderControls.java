package io.openrouteroperator.core.compliance.catalogue;

import static io.openrouteroperator.core.compliance.snapshot.Source.KEYS;
import static io.openrouteroperator.core.compliance.snapshot.Source.POLICIES;
import static io.openrouteroperator.core.compliance.snapshot.Source.REPORTS;

import io.openrouteroperator.core.compliance.Check;
import io.openrouteroperator.core.compliance.Control;
import io.openrouteroperator.core.compliance.ControlGroup;
import io.openrouteroperator.core.compliance.check.ProviderChecks;
import io.openrouteroperator.core.compliance.check.UsageChecks;
import java.util.List;
import java.util.Set;

/** Who serves. */
final class ProviderControls {
    private static final Section SECTION = new Section(ControlGroup.PROVIDER_SELECTION);

    private ProviderControls() {}

    static List<Control> all() {
        return List.of(
                SECTION.control(
                        "approved-providers-only",
                        "Can each class reach approved providers only?",
                        "the compiled list of each class, its guardrail read back, and the proof of each key",
                        "GET /models/user, asked with each key, answers within the policy.",
                        "kubectl get openrouterkeys -A -o jsonpath='{.items[*].status.proof}'",
                        Mappings.soc2("CC6.1", "CC9.2", "P6.1")
                                .gdpr("Art. 28(1)", "Art. 25(2)", "Art. 44")
                                .hipaa("164.308(b)(1)", "164.312(a)(1)")
                                .iso("A.5.19", "A.5.23", "A.8.3"),
                        Set.of(POLICIES, KEYS),
                        ProviderChecks::approved),
                SECTION.control(
                        "served-by-approved",
                        "Did only approved providers and models serve?",
                        "condition UsageConforms and the reports of usage: OpenRouter's activity against the policy in"
                                + " force on that day",
                        "GET /activity names no other provider.",
                        "kubectl get policyreports,reports -A -l app.kubernetes.io/managed-by=openrouter-operator",
                        Mappings.soc2("CC7.2", "CC9.2")
                                .gdpr("Art. 5(2)", "Art. 28(1)")
                                .hipaa("164.308(a)(1)(ii)(D)")
                                .iso("A.5.22", "A.8.16")
                                .aiAct("Art. 26(5)"),
                        Set.of(POLICIES, REPORTS),
                        UsageChecks::served),
                SECTION.control(
                        "fallback-refused",
                        "Is a request to a provider outside of the list refused?",
                        "a person's attestation of such a trial: by itself the operator sends no request to a model",
                        "`openrouter-operator verify` asks with the key of a service for a model, a free model and a"
                                + " provider outside of its class, and each is refused.",
                        "kubectl openrouter verify KEY -n NAMESPACE --regulated",
                        Mappings.soc2("CC6.1", "CC4.1")
                                .gdpr("Art. 32(1)(d)")
                                .hipaa("164.308(a)(8)")
                                .iso("A.5.22", "A.8.29"),
                        Set.of(POLICIES),
                        ProviderChecks::fallback),
                SECTION.control(
                        "models-approved",
                        "Can each class use listed models only?",
                        "models of each class, compiled from the catalogue (condition ProvidersResolved), read back",
                        "The guardrail of the class names them.",
                        "kubectl get openrouterpolicies -o jsonpath='{.items[*].status.classifications}'",
                        Mappings.soc2("CC6.1", "CC8.1").iso("A.5.23", "A.8.9").aiAct("Art. 26(1)"),
                        Set.of(POLICIES),
                        ProviderChecks::models),
                SECTION.control(
                        "no-free-model-regulated",
                        "Are free models kept from regulated data?",
                        "models.allowFree of each regulated class; its guardrail read back; what was served",
                        "The guardrail's list has no free model.",
                        "kubectl get openrouterpolicies -o yaml",
                        Mappings.soc2("C1.1", "P4.1")
                                .gdpr("Art. 5(1)(b)", "Art. 28(1)")
                                .hipaa("164.308(b)(1)")
                                .iso("A.5.23"),
                        Set.of(POLICIES, REPORTS),
                        Check.all(ProviderChecks::freeModels, UsageChecks::freeServed)));
    }
}
