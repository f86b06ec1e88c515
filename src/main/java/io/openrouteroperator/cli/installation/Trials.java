package io.openrouteroperator.cli.installation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.cli.installation.DryRun.Answer;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.listing.ObjectKind;

/** What the API server says to dry runs: whether it asks the webhook, and whether the webhook's rules hold. Nothing is ever created. */
final class Trials {
    private static final String NAME = "check-installation";

    /** It has the shape of a key and was never issued. */
    private static final String KEY = "sk-or-v1-" + "0123456789abcdef".repeat(4);

    private static final String NO_ANSWER = "failed calling webhook";

    private final DryRun dryRun;

    Trials(DryRun dryRun) {
        this.dryRun = dryRun;
    }

    /** A request for a key under a policy that is not there: the webhook warns of it, and nobody else would. */
    Outcome answers(String namespace) {
        ObjectNode key = object(ObjectKind.KEY);
        key.putObject("spec").put("classification", NAME).putObject("policyRef").put("name", NAME + "-no-such-policy");
        Answer answer = dryRun.create(ObjectKind.KEY, namespace, key);
        if (answer.says(Rule.KEY_NOT_GRANTED.id())) {
            return Outcome.good("webhook", "the API server asks it, and it answers");
        }
        String seen = answer.admitted()
                ? "an OpenRouterKey that cannot work was admitted without its warning"
                : answer.text();
        return Outcome.bad(
                "webhook",
                "the API server does not ask it, or gets no answer (%s). Look whether the operator's pods are ready, and whether the API server reaches their port: docs/webhook.md"
                        .formatted(seen));
    }

    /** A pod with a key in it. */
    Outcome refusesKey(String namespace) {
        Answer answer = dryRun.create(ObjectKind.POD, namespace, pod(KEY));
        if (!answer.admitted() && answer.says(Rule.LITERAL_KEY.id())) {
            return Outcome.good("pod with a key", "refused in namespace " + namespace);
        }
        if (answer.says(NO_ANSWER)) {
            return Outcome.bad("pod with a key", "not judged: " + answer.text());
        }
        return Outcome.bad(
                "pod with a key",
                answer.admitted()
                        ? "admitted in namespace %s. It must have the label that the chart governs by, and a policy with enforcement Enforce that selects it"
                                .formatted(namespace)
                        : "refused, but for another reason: " + answer.text());
    }

    /** The same pod without the key. */
    Outcome admitsHarmless(String namespace) {
        Answer answer = dryRun.create(ObjectKind.POD, namespace, pod("harmless"));
        return answer.admitted()
                ? Outcome.good("harmless pod", "admitted in namespace " + namespace)
                : Outcome.bad("harmless pod", "refused in namespace %s: %s".formatted(namespace, answer.text()));
    }

    /** As strict namespaces ask for it; the image is never fetched. */
    private static ObjectNode pod(String argument) {
        ObjectNode pod = object(ObjectKind.POD);
        ObjectNode container = pod.putObject("spec").putArray("containers").addObject();
        container
                .put("name", NAME)
                .put("image", NAME + ".invalid/none")
                .putArray("args")
                .add(argument);
        ObjectNode security = container.putObject("securityContext");
        security.put("allowPrivilegeEscalation", false).put("runAsNonRoot", true);
        security.putObject("capabilities").putArray("drop").add("ALL");
        security.putObject("seccompProfile").put("type", "RuntimeDefault");
        return pod;
    }

    private static ObjectNode object(ObjectKind kind) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        object.putObject("metadata").put("name", NAME);
        return object;
    }
}
