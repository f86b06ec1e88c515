package io.openrouteroperator.proof.years;

import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.schedule.PlannedRotation;
import io.openrouteroperator.core.schedule.PlannedRotation.Cause;
import io.openrouteroperator.core.schedule.RotationSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Looks at each rotation as it starts, and knows the rules but not the schedule. */
final class Judge {
    // A day after an outage: whose last moment came while nobody was there cannot have been replaced in time.
    private static final Duration TO_RECOVER = Duration.ofDays(1);

    private final Story story;
    final Map<KeyClass, Outcome> outcomes = new LinkedHashMap<>();
    int mostPerDay;
    int daysShort;

    Judge(Story story) {
        this.story = story;
        story.classes().forEach(keyClass -> outcomes.put(keyClass, new Outcome()));
    }

    Outcome of(KeyClass keyClass) {
        return Objects.requireNonNull(outcomes.get(keyClass));
    }

    /** A replacement starts. */
    void starts(LivingKey key, PlannedRotation plan, Instant moment, int atOnce, int today) {
        Outcome outcome = of(key.keyClass);
        Instant clock = story.clockAt(moment);
        ClassTerms terms = key.keyClass.at(moment);
        outcome.rotations++;
        outcome.byQuota += plan.cause() == Cause.QUOTA ? 1 : 0;
        outcome.mostAtOnce = Math.max(outcome.mostAtOnce, atOnce);
        mostPerDay = Math.max(mostPerDay, today);
        age(key, moment);
        window(key, plan, terms.isOpenAt(clock), moment);
        tooEarly(key, plan, moment);
        if (atOnce > terms.terms().maxConcurrent()) {
            violation(key, moment, atOnce + " roll out at once");
        }
        if (today > story.quota().rotationsPerDay()) {
            violation(key, moment, today + " rotations in a day");
        }
    }

    /** The years are over: nobody may have been forgotten. */
    void ends(LivingKey key, Instant moment) {
        age(key, moment);
    }

    private void age(LivingKey key, Instant moment) {
        Outcome outcome = of(key.keyClass);
        Duration age = Duration.between(key.createdAt, moment);
        RotationTerms terms = key.terms(moment);
        Instant overlapped = moment.plus(terms.overlapMax()).plus(terms.overlapMin());
        boolean late = age.compareTo(key.promisedAge) > 0 || overlapped.isAfter(key.expiresAt);
        if (late && lastMomentWasInOutage(key, moment)) {
            outcome.excused++;
            return;
        }
        outcome.aged(age);
        if (age.compareTo(key.promisedAge) > 0) {
            violation(key, moment, "is " + age.toHours() + "h old, and may be " + key.promisedAge.toHours() + "h");
        } else if (overlapped.isAfter(key.expiresAt)) {
            violation(key, moment, "expires before its overlap ends");
        }
    }

    private boolean lastMomentWasInOutage(LivingKey key, Instant moment) {
        Instant last = RotationSchedule.deadline(key.createdAt, key.terms(moment));
        return story.disturbances().stream()
                .filter(each -> each.skew() == null)
                .anyMatch(outage ->
                        outage.holdsAt(last) && moment.isBefore(outage.until().plus(TO_RECOVER)));
    }

    private void window(LivingKey key, PlannedRotation plan, boolean open, Instant moment) {
        Outcome outcome = of(key.keyClass);
        boolean warned = plan.cause() == Cause.OUTSIDE_WINDOWS;
        outcome.outsideWindows += open ? 0 : 1;
        outcome.warned += warned ? 1 : 0;
        if (!open && !warned) {
            violation(key, moment, "starts outside of its windows, without a warning");
        }
        if (open && warned) {
            violation(key, moment, "warns inside of a window");
        }
    }

    private void tooEarly(LivingKey key, PlannedRotation plan, Instant moment) {
        RotationTerms terms = key.terms(moment);
        Duration age = Duration.between(key.createdAt, story.clockAt(moment));
        long least = terms.interval().toSeconds() * (100 - terms.jitterPercent()) / 100;
        boolean early = age.toSeconds() < least
                && moment.isBefore(RotationSchedule.deadline(key.createdAt, terms))
                && plan.cause() != Cause.QUOTA
                && plan.cause() != Cause.EARLIER_WINDOW;
        if (early) {
            violation(key, moment, "is replaced at " + age.toHours() + "h for no reason");
        }
    }

    private void violation(LivingKey key, Instant moment, String what) {
        of(key.keyClass).violations.add(moment + " " + key.uid + " " + what);
    }
}
