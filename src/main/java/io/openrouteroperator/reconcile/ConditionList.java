package io.openrouteroperator.reconcile;

import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.ConditionValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The conditions of a status: sorted by type, with a transition time that moves only when the status value does. */
public final class ConditionList {
    private static final int MAX_MESSAGE = 1024;

    private ConditionList() {}

    /**
     * The wanted conditions as they are written, taking over the times of what was there. Types that are no longer wanted go.
     *
     * @param generation of the spec they describe
     */
    public static List<Condition> merge(
            List<Condition> before, List<ConditionValue> wanted, long generation, Instant now) {
        return merge(before, wanted, Set.of(), generation, now);
    }

    /**
     * The same, where some stay as they are.
     *
     * @param kept types that nobody can say anything of now, unless one is among those wanted
     */
    public static List<Condition> merge(
            List<Condition> before,
            List<ConditionValue> wanted,
            Set<ConditionType> kept,
            long generation,
            Instant now) {
        Set<String> staying = kept.stream()
                .filter(type -> wanted.stream().noneMatch(value -> value.type() == type))
                .map(ConditionType::text)
                .collect(Collectors.toSet());
        return Stream.concat(
                        wanted.stream().map(value -> stamp(before, value, generation, now)),
                        before.stream().filter(condition -> staying.contains(condition.getType())))
                .sorted(Comparator.comparing(Condition::getType))
                .toList();
    }

    private static Condition stamp(List<Condition> before, ConditionValue value, long generation, Instant now) {
        Optional<String> unchangedSince = before.stream()
                .filter(old -> value.type().text().equals(old.getType()))
                .filter(old -> value.status().text().equals(old.getStatus()))
                .map(Condition::getLastTransitionTime)
                .findFirst();
        return new ConditionBuilder()
                .withType(value.type().text())
                .withStatus(value.status().text())
                .withReason(value.reason().text())
                .withMessage(bounded(value.message()))
                .withObservedGeneration(generation)
                .withLastTransitionTime(unchangedSince.orElse(
                        now.truncatedTo(ChronoUnit.SECONDS).toString()))
                .build();
    }

    private static String bounded(String message) {
        return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE - 1) + "…";
    }
}
