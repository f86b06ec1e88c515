package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rotation.FleetTurn;
import io.openrouteroperator.core.rotation.Generation.Current;
import io.openrouteroperator.core.rotation.KeyDemand.Granted;
import io.openrouteroperator.core.rotation.KeyRecord;
import io.openrouteroperator.core.rotation.Progress;
import io.openrouteroperator.core.schedule.FleetKey;
import io.openrouteroperator.core.schedule.RotationSchedule;
import io.openrouteroperator.reconcile.account.AccountRegistry.Entry.Connected;
import io.openrouteroperator.reconcile.account.KeyOwners;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Tells each key its turn among the keys of its policy. */
final class FleetTurns {
    private final RotationQueue queue = new RotationQueue();
    private final AtomicBoolean filled = new AtomicBoolean();
    private final KeyOwners owners;
    private final Clock clock;

    FleetTurns(KeyOwners owners, Clock clock) {
        this.owners = owners;
        this.clock = clock;
    }

    /** The turn of a key; only one that is due competes. */
    FleetTurn of(OpenRouterKey key, Grant grant, KeyRecord record) {
        if (filled.compareAndSet(false, true)) {
            owners.all().forEach(this::takePlace);
        }
        Current current = record.current();
        String uid = key.getMetadata().getUid();
        Optional<FleetKey> inFleet = fleetKey(key, grant, current);
        Connected account = grant.account();
        Instant advancedTo = null;
        if (account != null) {
            account.view().enterFleet(uid, inFleet);
            advancedTo = account.view().advancedTo(uid).orElse(null);
        }
        if (record.pending() != null && current != null && grant.policy() != null) {
            queue.rolling(grant.policy(), uid);
            return new FleetTurn(FleetTurn.Place.FIRST, advancedTo);
        }
        if (current == null || !(grant.demand() instanceof Granted(var terms)) || grant.policy() == null) {
            return new FleetTurn(FleetTurn.Place.FIRST, advancedTo);
        }
        RotationTerms rotation = RotationSchedule.ofKey(terms.rotation(), current.createdAt(), current.expiresAt());
        Instant now = clock.instant();
        boolean due = RotationSchedule.plan(uid, current.createdAt(), rotation, advancedTo, now)
                .due(now);
        return new FleetTurn(
                due
                        ? queue.ask(
                                grant.policy(),
                                uid,
                                RotationSchedule.deadline(current.createdAt(), rotation),
                                rotation.maxConcurrent(),
                                now)
                        : FleetTurn.Place.FAR,
                advancedTo);
    }

    /** A suspended key, and one whose policy grants nothing, rotates by hand or not at all. */
    private static Optional<FleetKey> fleetKey(OpenRouterKey key, Grant grant, @Nullable Current current) {
        if (current == null
                || !(grant.demand() instanceof Granted(var terms))
                || KeyMapper.wishes(key).suspended()) {
            return Optional.empty();
        }
        RotationTerms rotation = RotationSchedule.ofKey(terms.rotation(), current.createdAt(), current.expiresAt());
        return Optional.of(new FleetKey(key.getMetadata().getUid(), current.createdAt(), rotation));
    }

    /** What the last look found: whoever rolls out has a place, and gives it back when nothing but somebody else moves it. */
    void progressed(OpenRouterKey key, @Nullable String policy, Progress progress) {
        String uid = key.getMetadata().getUid();
        switch (progress.phase()) {
            case PREPARING, ROLLING_OUT -> {
                if (policy != null && progress.served()) {
                    queue.rolling(policy, uid);
                }
            }
            case DUE, QUEUED -> {}
            case RESTING, HELD_UP, DRAINING, SOAKING -> queue.resting(uid);
        }
    }

    void gone(String uid) {
        queue.resting(uid);
    }

    /** After a start, from what the statuses say. */
    private void takePlace(OpenRouterKey key) {
        var status = key.getStatus();
        if (status == null || status.policy() == null) {
            return;
        }
        boolean preparing = status.pending() != null && status.current() != null;
        boolean rollingOut = status.conditions().stream()
                .anyMatch(condition -> ConditionType.CONSUMERS_UPDATED.text().equals(condition.getType())
                        && "False".equals(condition.getStatus()));
        if (preparing || rollingOut) {
            queue.rolling(
                    Objects.requireNonNull(status.policy()), key.getMetadata().getUid());
        }
    }
}
