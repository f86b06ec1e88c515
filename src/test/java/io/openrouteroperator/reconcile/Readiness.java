package io.openrouteroperator.reconcile;

import io.fabric8.kubernetes.api.model.Condition;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;
import java.util.List;
import java.util.Optional;

/** What conditions say. */
public final class Readiness {
    private Readiness() {}

    /** Status and reason of Ready, such as {@code True/Provisioned}. */
    public static String of(List<Condition> conditions) {
        return of("Ready", conditions);
    }

    /** Status and reason of another condition, {@code absent} without one. */
    public static String of(String type, List<Condition> conditions) {
        return find(type, conditions)
                .map(condition -> condition.getStatus() + "/" + condition.getReason())
                .orElse("absent");
    }

    /** Status and reason of a key's Ready. */
    public static String of(OpenRouterKey key) {
        return of(conditions(key));
    }

    /** What Ready says in words. */
    public static String message(List<Condition> conditions) {
        return find("Ready", conditions).map(Condition::getMessage).orElse("");
    }

    /** The conditions of a key; none before its first status. */
    public static List<Condition> conditions(OpenRouterKey key) {
        OpenRouterKeyStatus status = key.getStatus();
        return status == null ? List.of() : status.conditions();
    }

    private static Optional<Condition> find(String type, List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> type.equals(condition.getType()))
                .findFirst();
    }
}
