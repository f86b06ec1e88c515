package io.openrouteroperator.core.plan;

import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.schedule.PlannedRotation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One thing that becomes different for a key. */
public sealed interface KeyChange {
    /**
     * It has no grant any more: it goes on working as it is, and is not replaced.
     *
     * @param path the field of the key that is at odds with the policy
     * @param stranded whether it loses its policy or class, for which admission refuses the change, and not only a limit or rotation of
     *     its own that is too loose then
     */
    record GrantLost(String path, String why, boolean stranded) implements KeyChange {}

    /** It gets a grant that it did not have. */
    record GrantWon(String policy, String classification, SpendLimit limit) implements KeyChange {}

    /** Another policy grants it. */
    record PolicyChanged(String from, String to) implements KeyChange {}

    /** Its policy names another account, to which a key cannot move. */
    record AccountChanged(String from, String to) implements KeyChange {}

    /** Its limit at OpenRouter is changed. */
    record LimitChanged(SpendLimit from, SpendLimit to) implements KeyChange {}

    /** Keys made from then on live so long; one that lives already keeps the end that it was made with. */
    record LifeChanged(Duration from, Duration to) implements KeyChange {}

    /**
     * It is replaced at another time.
     *
     * @param from null when nobody knows
     * @param dueNow whether that is at once, and was not before
     */
    record RotationMoved(@Nullable PlannedRotation from, PlannedRotation to, boolean dueNow) implements KeyChange {}
}
