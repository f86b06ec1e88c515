package io.openrouteroperator.proof;

import io.fabric8.kubernetes.api.model.Secret;
import io.openrouteroperator.api.v1alpha1.key.CurrentKey;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import io.openrouteroperator.api.v1alpha1.key.PreviousKey;
import io.openrouteroperator.reconcile.DeliveredKey;
import io.openrouteroperator.reconcile.Tenant;
import io.openrouteroperator.simulator.GuardrailSnapshot;
import io.openrouteroperator.simulator.KeySnapshot;
import io.openrouteroperator.simulator.Simulator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold for one service, judged from the two servers alone; each violation is a sentence without key material. */
public final class Invariants {
    private static final String ENTRY = "OPENROUTER_API_KEY";

    private final Simulator openRouter;
    private final Tenant tenant;
    private final String service;

    public Invariants(Simulator openRouter, Tenant tenant, String service) {
        this.openRouter = openRouter;
        this.tenant = tenant;
        this.service = service;
    }

    /** At any moment, whoever is dead: what the Secret holds works, guarded and funded (N and G). */
    public List<String> published() {
        Optional<Secret> secret = tenant.secret(service);
        if (secret.isEmpty()) {
            return List.of();
        }
        Optional<KeySnapshot> remote = tenant.remote(hash(secret.get()));
        if (remote.isEmpty()) {
            return List.of("N: the Secret holds a key that OpenRouter does not know");
        }
        return faults(remote.get());
    }

    /** At rest with a key: Secret, status and OpenRouter agree, and nothing else exists there (N, G and O). */
    public List<String> resting() {
        Optional<Secret> secret = tenant.secret(service);
        OpenRouterKeyStatus status = tenant.key(service).getStatus();
        CurrentKey current = status == null ? null : status.current();
        if (secret.isEmpty() || status == null || current == null) {
            return List.of("there is no Secret, or no status of a key");
        }
        List<String> violations = new ArrayList<>(published());
        if (!current.hash().equals(hash(secret.get()))) {
            violations.add("status and Secret name different keys");
        }
        if (status.pending() != null) {
            violations.add("the status still speaks of a key to be made");
        }
        Set<String> owned = status.previous() == null
                ? new TreeSet<>()
                : status.previous().stream().map(PreviousKey::hash).collect(Collectors.toCollection(TreeSet::new));
        owned.add(current.hash());
        violations.addAll(unowned(owned));
        if (guardrails().map(GuardrailSnapshot::name).distinct().count()
                != guardrails().count()) {
            violations.add("there are two guardrails for one class");
        }
        return violations;
    }

    /** At rest in a class that allows nothing: the key is kept, and does not work. */
    public List<String> withdrawn() {
        List<String> violations = new ArrayList<>();
        List<KeySnapshot> remotes = tenant.remotes();
        if (remotes.size() != 1) {
            violations.add("O: there are " + remotes.size() + " keys at OpenRouter");
        }
        if (!remotes.stream().allMatch(KeySnapshot::disabled)) {
            violations.add("the key is not disabled");
        }
        return violations;
    }

    /** After deletion: nothing is left at either server. */
    public List<String> gone() {
        List<String> violations = new ArrayList<>(unowned(Set.of()));
        if (tenant.secret(service).isPresent()) {
            violations.add("the Secret is left");
        }
        return violations;
    }

    private List<String> unowned(Set<String> owned) {
        return tenant.remotes().stream()
                .filter(key -> !owned.contains(key.hash()))
                .map(key -> "O: a key at OpenRouter has no owner: " + key.name())
                .toList();
    }

    private List<String> faults(KeySnapshot key) {
        List<String> faults = new ArrayList<>();
        if (key.disabled()) {
            faults.add("N: the published key is disabled");
        }
        if (key.guardrailId() == null || guardrails().noneMatch(own -> own.id().equals(key.guardrailId()))) {
            faults.add("G: the published key is not under its class's guardrail");
        }
        if (key.limit() == null || key.limit().compareTo(BigDecimal.ZERO) == 0) {
            faults.add("G: the published key has the limit " + key.limit());
        }
        return faults;
    }

    private Stream<GuardrailSnapshot> guardrails() {
        return openRouter.guardrails().stream()
                .filter(guardrail -> guardrail.name().contains("/" + tenant.name() + "/"));
    }

    private static String hash(Secret secret) {
        return DeliveredKey.hash(DeliveredKey.entry(secret, ENTRY));
    }
}
