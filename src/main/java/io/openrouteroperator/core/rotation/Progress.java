package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.account.KeyChangeLedger.Urgency;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.rollout.RolloutStep;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.Generation.Previous;
import io.openrouteroperator.core.schedule.PlannedRotation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the rotation of a key stands, for people.
 *
 * @param phase which part of its life it is in
 * @param words the same in words, such as {@code Waiting for window Sun 02:00 Europe/Berlin}
 * @param nextRotation when the current key is replaced, null when nothing plans that
 * @param served whether the Secret holds a key that works, whatever is being done beside it
 * @param outdated whether consumers of an earlier key are still waited for
 */
public record Progress(Phase phase, String words, @Nullable Instant nextRotation, boolean served, boolean outdated) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Parts of a rotation, in their order. */
    public enum Phase {
        /** There is one key, and its time has not come. */
        RESTING(Reason.PROVISIONED),
        /** Its time has come, and its turn is near. */
        DUE(Reason.ROTATION_DUE),
        /** Its time has come, and others are before it. */
        QUEUED(Reason.ROTATION_DUE),
        /** Its successor is being made. */
        PREPARING(Reason.ISSUING),
        /** Consumers are being restarted. */
        ROLLING_OUT(Reason.WAITING_FOR_CONSUMERS),
        /** Consumers are waited for that nobody but somebody else can move. */
        HELD_UP(Reason.WAITING_FOR_CONSUMERS),
        /** An earlier key is watched until nobody uses it. */
        DRAINING(Reason.DRAINING),
        /** An earlier key is disabled. */
        SOAKING(Reason.OLD_KEY_DISABLED);

        private final Reason reason;

        Phase(Reason reason) {
            this.reason = reason;
        }

        /** The reason a condition gives. */
        public Reason reason() {
            return reason;
        }
    }

    /** Of what was seen. */
    public static Progress of(KeyObservation seen, Instant now) {
        Optional<PlannedRotation> plan = RotationRules.planned(seen, now);
        @Nullable Instant next = plan.map(PlannedRotation::at).orElse(null);
        return preparing(seen)
                .or(() -> rollingOut(seen))
                .or(() -> draining(seen, now))
                .or(() -> soaking(seen))
                .orElseGet(() -> resting(seen, plan, now))
                .with(next, served(seen), outdated(seen));
    }

    private Progress with(@Nullable Instant next, boolean works, boolean waits) {
        return new Progress(phase, words, next, works, waits);
    }

    private static Progress in(Phase phase, String words) {
        return new Progress(phase, words, null, false, false);
    }

    /** Whatever the record says of it: between publishing and recording a key there is no outage. */
    private static boolean served(KeyObservation seen) {
        return seen.secret() instanceof SecretState.Ours ours
                && ours.valueHash() != null
                && seen.remote().get(ours.valueHash()) instanceof RemotePresence.Present found
                && !found.key().disabled();
    }

    private static boolean outdated(KeyObservation seen) {
        return RolloutRules.step(seen)
                .filter(step -> !(step instanceof RolloutStep.Done))
                .isPresent();
    }

    private static Optional<Progress> preparing(KeyObservation seen) {
        return Optional.ofNullable(seen.record().pending())
                .map(pending -> in(Phase.PREPARING, "Preparing serial %d".formatted(pending.serial())));
    }

    private static Optional<Progress> rollingOut(KeyObservation seen) {
        return RolloutRules.step(seen).flatMap(step -> switch (step) {
            case RolloutStep.Restart(var workload) ->
                Optional.of(in(Phase.ROLLING_OUT, "Rolling out: restarting " + workload.words()));
            case RolloutStep.Waiting(String words, var _, boolean onSomebody) ->
                Optional.of(in(onSomebody ? Phase.HELD_UP : Phase.ROLLING_OUT, "Rolling out: " + words));
            case RolloutStep.Done _ -> Optional.empty();
        });
    }

    private static Optional<Progress> draining(KeyObservation seen, Instant now) {
        return seen.record().overlapping().findFirst().map(old -> in(Phase.DRAINING, draining(seen, old, now)));
    }

    private static String draining(KeyObservation seen, Previous old, Instant now) {
        Instant least = old.supersededAt().plus(RetirementRules.shortestOverlap(seen));
        if (old.restored()) {
            return "Serial %d works again until %s".formatted(old.serial(), MINUTE.format(old.retireAfter()));
        }
        return now.isBefore(least)
                ? "Draining serial %d beyond %s".formatted(old.serial(), MINUTE.format(least))
                : "Draining serial %d until %s".formatted(old.serial(), MINUTE.format(old.retireAfter()));
    }

    private static Optional<Progress> soaking(KeyObservation seen) {
        return seen.record().previous().stream()
                .findFirst()
                .map(old -> in(Phase.SOAKING, "Serial %d is disabled and will be deleted".formatted(old.serial())));
    }

    private static Progress resting(KeyObservation seen, Optional<PlannedRotation> plan, Instant now) {
        Current current = seen.record().current();
        if (current == null) {
            return in(Phase.RESTING, "");
        }
        if (plan.isEmpty()) {
            return in(Phase.RESTING, seen.wishes().suspended() ? "Suspended" : "Ready");
        }
        if (!plan.get().due(now)) {
            return in(
                    Phase.RESTING,
                    waitsForWindow(seen, current, plan.get(), now)
                            ? "Waiting for window " + plan.get().words()
                            : "Ready");
        }
        return in(
                seen.turn().place() == FleetTurn.Place.FAR ? Phase.QUEUED : Phase.DUE,
                seen.affords(Urgency.ROTATE)
                        ? "Due: waiting for other rotations to roll out"
                        : "Due: waiting for the account's key changes");
    }

    /** Its age says that it is due, its windows say not yet. */
    private static boolean waitsForWindow(KeyObservation seen, Current current, PlannedRotation plan, Instant now) {
        return plan.cause() == PlannedRotation.Cause.WINDOW
                && GrantRules.terms(seen)
                        .map(terms -> terms.rotation())
                        .map(rotation -> rotation.interval()
                                .multipliedBy(100L - rotation.jitterPercent())
                                .dividedBy(100))
                        .filter(least -> !now.isBefore(current.createdAt().plus(least)))
                        .isPresent();
    }

    /** How soon something may change by itself, at most {@code longest}. */
    public Duration lookAgain(Duration longest, Instant now) {
        Duration wanted = switch (phase) {
            case PREPARING, ROLLING_OUT -> Duration.ofSeconds(2);
            case HELD_UP -> Duration.ofSeconds(15);
            case DUE -> Duration.ofSeconds(3);
            case RESTING ->
                nextRotation == null
                        ? longest
                        : Duration.between(now, nextRotation).plusMillis(50);
            case QUEUED, DRAINING, SOAKING -> longest;
        };
        Duration floor = wanted.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wanted;
        return floor.compareTo(longest) < 0 ? floor : longest;
    }
}
