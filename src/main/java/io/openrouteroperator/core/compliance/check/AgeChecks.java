package io.openrouteroperator.core.compliance.check;

import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Subject;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey.Earlier;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.policy.DurationText;
import io.openrouteroperator.core.policy.RotationTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** No key is older than its policy allows, and no earlier key outlives its overlap. */
public final class AgeChecks {
    /** What reviews ask for whatever a policy says. */
    private static final Duration LONGEST = Duration.ofDays(90);
    /** A rotation that is due is not done in the same second. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private AgeChecks() {}

    /** The age of each published key. */
    public static List<Observation> age(Snapshot snapshot, Instant now) {
        KeyGrants grants = new KeyGrants(snapshot);
        return KeyChecks.published(snapshot).map(key -> age(key, grants, now)).toList();
    }

    private static Observation age(ObservedKey key, KeyGrants grants, Instant now) {
        Subject subject = Subject.of(key);
        Instant created = Objects.requireNonNull(key.current()).createdAt();
        if (created == null) {
            return Observation.unseen(subject, "its status does not say when it was made");
        }
        RotationTerms terms = grants.rotation(key).orElseGet(RotationTerms::standard);
        Duration age = Duration.between(created, now);
        if (age.compareTo(LONGEST) > 0) {
            return Observation.breaks(
                    subject, "it is %d days old; 90 are allowed".formatted(age.toDays()), created.plus(LONGEST));
        }
        Instant due = created.plus(terms.interval());
        Instant next = key.nextRotation();
        if (now.isAfter(due.plus(PATIENCE)) && (next == null || now.isAfter(next.plus(PATIENCE)))) {
            return Observation.breaks(
                    subject,
                    "it is %d days old and was to be replaced after %s"
                            .formatted(age.toDays(), DurationText.format(terms.interval())),
                    due);
        }
        return Observation.holds(
                subject,
                "%d days old, interval %s, next rotation %s"
                        .formatted(
                                age.toDays(),
                                DurationText.format(terms.interval()),
                                next == null ? "not planned yet" : next));
    }

    /** Earlier keys are retired when their overlap ends. */
    public static List<Observation> retired(Snapshot snapshot, Instant now) {
        return snapshot.keys().stream()
                .flatMap(key -> key.previous().stream().map(earlier -> retired(key, earlier, now)))
                .toList();
    }

    private static Observation retired(ObservedKey key, Earlier earlier, Instant now) {
        Subject subject = Subject.of(key);
        Instant until = earlier.retireAfter();
        if (earlier.retiredAt() != null) {
            return Observation.holds(
                    subject, "serial %d was retired at %s".formatted(earlier.serial(), earlier.retiredAt()));
        }
        if (until != null && now.isAfter(until.plus(PATIENCE))) {
            return Observation.breaks(
                    subject, "serial %d still works although its overlap ended".formatted(earlier.serial()), until);
        }
        return Observation.holds(
                subject,
                "serial %d works until %s at the latest"
                        .formatted(earlier.serial(), until == null ? "its end" : until));
    }
}
