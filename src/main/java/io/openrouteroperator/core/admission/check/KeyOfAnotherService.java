package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.Fix;
import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.KeyReference;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.admission.facts.PodFacts;
import java.util.List;
import java.util.stream.Collectors;

/** A pod that refers to the Secret of a key whose OpenRouterKey names other service accounts. */
final class KeyOfAnotherService {
    private KeyOfAnotherService() {}

    static List<Violation> check(PodFacts pod, Governance governance) {
        Remedy remedy = Remedy.forPod(governance, pod);
        String namespace = pod.object().namespace();
        BoundedViolations violations = new BoundedViolations();
        for (KeyReference reference : pod.references()) {
            if (reference.isSecret()) {
                governance
                        .keyOfSecret(new ObjectName(namespace, reference.target()))
                        .filter(key -> !key.isFor(pod.serviceAccount()))
                        .ifPresent(key -> violations.add(violation(reference, key, pod.serviceAccount(), remedy)));
            }
        }
        return violations.list();
    }

    private static Violation violation(KeyReference reference, ManagedKey key, String serviceAccount, Remedy remedy) {
        String what = "Secret \"%s\" holds the key of OpenRouterKey \"%s\", which is for %s; this pod runs as \"%s\"."
                .formatted(reference.target(), key.name().name(), allowed(key), serviceAccount);
        String why = "Each service spends its own budget with its own key, so that a misuse has a name.";
        Fix fix = remedy.readOneEntry(reference.filledVariable(), reference.target())
                .followedBy(sharing(key, serviceAccount));
        return new Violation(Rule.KEY_OF_ANOTHER_SERVICE, reference.path(), what, why, fix, key.classification());
    }

    private static String allowed(ManagedKey key) {
        String names = key.serviceAccounts().stream()
                .sorted()
                .map(name -> "\"" + name + "\"")
                .collect(Collectors.joining(", "));
        return (key.serviceAccounts().size() == 1 ? "service account " : "service accounts ") + names;
    }

    private static String sharing(ManagedKey key, String serviceAccount) {
        return """


                Or, where both services may share one budget, allow this one to use the key:

                kubectl patch openrouterkey -n %s %s --type=json \\
                  -p='[{"op":"add","path":"/spec/allowedServiceAccounts/-","value":"%s"}]'""".formatted(key.name().namespace(), key.name().name(), serviceAccount);
    }
}
