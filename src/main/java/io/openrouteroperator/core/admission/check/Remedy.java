package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.Fix;
import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import io.openrouteroperator.core.admission.facts.PodFacts;
import io.openrouteroperator.core.text.PlainText;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes the part of a message that ends the problem: commands and YAML to paste, with the names of this namespace filled in. Where
 * the namespace has a service key already it is offered; otherwise the request for one comes first.
 */
final class Remedy {
    private static final String DEFAULT_ENTRY = "OPENROUTER_API_KEY";
    private static final int LONGEST_VARIABLE = 128;
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    private final ObjectIdentity object;
    private final Governance governance;
    private final Predicate<ManagedKey> offered;
    /** Looked for when the first message is written; nearly no object needs one. */
    private @Nullable Existing existing;

    /** The key to offer; null when the namespace has none. */
    private record Existing(@Nullable ManagedKey key) {}

    private Remedy(Governance governance, ObjectIdentity object, Predicate<ManagedKey> offered) {
        this.governance = governance;
        this.object = object;
        this.offered = offered;
    }

    /** For a pod: keys that are for other service accounts are not offered. */
    static Remedy forPod(Governance governance, PodFacts pod) {
        return new Remedy(governance, pod.object(), key -> key.isFor(pod.serviceAccount()));
    }

    /** For an object that serves pods of whatever service account. */
    static Remedy in(Governance governance, ObjectIdentity object) {
        return new Remedy(governance, object, key -> key.serviceAccounts().isEmpty());
    }

    /** A literal in the place of a variable: read it from the managed Secret. */
    Fix readOneEntry(@Nullable String variable) {
        return readOneEntry(variable, "");
    }

    /** One entry of a Secret or ConfigMap: read it from the managed Secret instead. */
    Fix readOneEntry(@Nullable String variable, String target) {
        String name = suggestedName(target);
        return new Fix(offer(name), "read it from the operator's Secret:\n\n" + mapping(variable, name));
    }

    /** For a whole Secret or ConfigMap: move the key out of it and take the managed Secret beside it. */
    Fix readBeside(String kind, String target, String entry) {
        String name = suggestedName(target);
        boolean variable = VARIABLE.matcher(entry).matches();
        String removal =
                variable ? "remove entry \"%s\" from %s \"%s\"" : "take the key out of entry \"%s\" of %s \"%s\"";
        String change = PlainText.of(removal.formatted(entry, kind, target));
        if (!entry.equals(deliveredEntry())) {
            return new Fix(
                    offer(name),
                    change + ", and read it from the operator's Secret:\n\n" + mapping(variable ? entry : null, name));
        }
        String reference = kind.equals("Secret") ? "secretRef" : "configMapRef";
        return new Fix(offer(name), change + """
                , and take the operator's Secret beside it:

                envFrom:
                - %s: {name: %s}
                - secretRef: {name: %s}""".formatted(reference, PlainText.of(target), secretName(name)));
    }

    private String mapping(@Nullable String variable, String name) {
        return """
                env:
                - name: %s
                  valueFrom: {secretKeyRef: {name: %s, key: %s}}""".formatted(printable(variable), secretName(name), deliveredEntry());
    }

    /** Kubernetes sets no limit to the length of a variable's name, and each violation would repeat it. */
    private static String printable(@Nullable String variable) {
        return variable == null || variable.length() > LONGEST_VARIABLE ? DEFAULT_ENTRY : variable;
    }

    private String deliveredEntry() {
        ManagedKey existing = existing();
        return existing == null ? DEFAULT_ENTRY : existing.secretEntry();
    }

    private String offer(String name) {
        ManagedKey existing = existing();
        if (existing != null) {
            return "use the key that this namespace has: OpenRouterKey \"%s\"."
                    .formatted(existing.name().name());
        }
        return """
                ask for a key of this service's own%s:

                kubectl apply -f - <<'EOF'
                apiVersion: openrouter-operator.io/v1alpha1
                kind: OpenRouterKey
                metadata: {name: %s, namespace: %s}
                spec: {classification: %s}
                EOF""".formatted(choice(), name, PlainText.of(object.namespace()), classification());
    }

    private String choice() {
        List<String> claimable = claimable();
        return claimable.size() < 2 ? "" : " (classification: one of " + String.join(", ", claimable) + ")";
    }

    private String classification() {
        List<String> claimable = claimable();
        return claimable.isEmpty() ? "CLASSIFICATION" : claimable.getFirst();
    }

    /** The operator makes a Secret of the key's name and never takes over one that is there. */
    private String suggestedName(String taken) {
        return PlainText.of(object.service().equals(taken) ? taken + "-openrouter" : object.service());
    }

    private String secretName(String name) {
        ManagedKey existing = existing();
        return existing == null ? name : existing.secretName();
    }

    private @Nullable ManagedKey existing() {
        if (existing == null) {
            existing = new Existing(findExisting());
        }
        return existing.key();
    }

    private @Nullable ManagedKey findExisting() {
        List<ManagedKey> keys =
                governance.keysIn(object.namespace()).stream().filter(offered).toList();
        return keys.stream()
                .filter(key -> key.name().name().equals(object.service()))
                .findFirst()
                .or(() -> keys.stream().findFirst())
                .orElse(null);
    }

    private List<String> claimable() {
        return governance.policiesOf(object.namespace()).stream()
                .flatMap(policy -> policy.claimable().stream())
                .distinct()
                .toList();
    }
}
