package io.openrouteroperator.proof.years;

import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rotation.KeyTerms;
import io.openrouteroperator.core.schedule.FleetKey;
import io.openrouteroperator.core.schedule.PlannedRotation;
import io.openrouteroperator.core.schedule.RotationSchedule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One service's key over the years. */
final class LivingKey {
    final String uid;
    final KeyClass keyClass;
    Instant createdAt;
    Instant expiresAt;
    /** The age its policy promised: what was in force when it was made, and anything stricter since that it could still keep. */
    Duration promisedAge;

    @Nullable
    PlannedRotation plan;

    LivingKey(String uid, KeyClass keyClass, Instant createdAt) {
        this.uid = uid;
        this.keyClass = keyClass;
        this.createdAt = createdAt;
        promisedAge = keyClass.at(createdAt).terms().maxAge();
        expiresAt = createdAt.plus(promisedAge).plus(KeyTerms.GRACE);
    }

    void replacedAt(Instant moment) {
        createdAt = moment;
        promisedAge = keyClass.at(moment).terms().maxAge();
        expiresAt = moment.plus(promisedAge).plus(KeyTerms.GRACE);
        plan = null;
    }

    /** After new terms came into force; ten days are enough for anyone to be replaced in. */
    void heardOf(ClassTerms terms, Instant moment) {
        Duration age = terms.terms().maxAge();
        if (createdAt.plus(age).isAfter(moment.plus(Duration.ofDays(10))) && age.compareTo(promisedAge) < 0) {
            promisedAge = age;
        }
        plan = null;
    }

    RotationTerms terms(Instant now) {
        return RotationSchedule.ofKey(keyClass.at(now).terms(), createdAt, expiresAt);
    }

    FleetKey inFleet(Instant now) {
        return new FleetKey(uid, createdAt, terms(now));
    }
}
