package io.openrouteroperator.proof.crash;

import io.openrouteroperator.proof.Effect;

/**
 * Where the operator dies.
 *
 * @param occurrence 1 for the first time that the story has this effect
 */
record CrashPoint(Effect effect, int occurrence, Moment moment) {
    /** Just before an effect, or when it has happened and the operator has not heard of it. */
    enum Moment {
        BEFORE,
        AFTER
    }

    @Override
    public String toString() {
        return "%s %s%s (%s)"
                .formatted(
                        moment == Moment.BEFORE ? "before" : "after",
                        effect.name(),
                        occurrence == 1 ? "" : " #" + occurrence,
                        effect.server().text());
    }
}
