package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rotation.Event.Kind;
import io.openrouteroperator.core.rotation.KeyWishes.Requests;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** What owners, administrators, clusters and accidents do while the protocol is at work. */
final class Interference {
    private final World world;
    private int changes;

    Interference(World world) {
        this.world = world;
    }

    /** Lets it happen. */
    void happen(Event event) {
        switch (event.kind()) {
            case ROTATION_ASKED,
                    REVOKED,
                    ROLLBACK_ASKED,
                    ROTATION_SUSPENDED,
                    ROTATION_RESUMED,
                    INTERVAL_CHANGED,
                    OVERLAP_CHANGED,
                    TURN_TAKEN,
                    TURN_GIVEN -> wish(event);
            case POD_STARTED_ANEW,
                    POD_STUCK,
                    POD_FREED,
                    JOB_STARTED,
                    WORKLOAD_PAUSED,
                    WORKLOAD_RESUMED,
                    RESTARTS_REFUSED,
                    RESTARTS_ALLOWED,
                    MARK_REMOVED -> moveConsumers(event);
            default -> tamper(event);
        }
    }

    private void wish(Event event) {
        Requests asked = world.wishes.requests();
        String value = "v" + ++changes;
        switch (event.kind()) {
            case ROTATION_ASKED ->
                wish(
                        event.choice() % 2 == 0
                                ? new Requests(asked.generation() + 1, asked.rotate(), asked.revoke(), asked.rollback())
                                : new Requests(asked.generation(), value, asked.revoke(), asked.rollback()),
                        world.wishes.suspended());
            case REVOKED ->
                wish(
                        new Requests(asked.generation(), asked.rotate(), value, asked.rollback()),
                        world.wishes.suspended());
            case ROLLBACK_ASKED ->
                wish(
                        new Requests(asked.generation(), asked.rotate(), asked.revoke(), earlierSerial()),
                        world.wishes.suspended());
            case ROTATION_SUSPENDED -> wish(asked, true);
            case ROTATION_RESUMED -> wish(asked, false);
            case INTERVAL_CHANGED -> rotation(Duration.ofDays(3 + event.choice() % 6), is().overlapMax());
            case OVERLAP_CHANGED -> rotation(is().interval(), Duration.ofHours(12 + event.choice() % 61));
            case TURN_TAKEN -> world.turn = new FleetTurn(FleetTurn.Place.NEAR, null);
            default -> world.turn = FleetTurn.free();
        }
    }

    private void wish(Requests requests, boolean suspended) {
        world.wishes = new KeyWishes(requests, false, true, suspended);
    }

    private String earlierSerial() {
        return world.record().previous().stream()
                .findFirst()
                .map(old -> Integer.toString(old.serial()))
                .orElse("7");
    }

    private RotationTerms is() {
        return world.terms.rotation();
    }

    private void rotation(Duration interval, Duration overlapMax) {
        rotation(new RotationTerms(
                interval, is().jitterPercent(), is().overlapMin(), overlapMax, is().maxAge(), is().windows(), 5));
        world.promises.overlapChanged();
    }

    private void moveConsumers(Event event) {
        Consumption pods = world.consumption;
        switch (event.kind()) {
            case POD_STARTED_ANEW -> pods.startAnew(event.choice());
            case POD_STUCK -> pods.stick(event.choice(), true);
            case POD_FREED -> pods.stick(event.choice(), false);
            case JOB_STARTED -> pods.startJob();
            case WORKLOAD_PAUSED -> pods.pause(true);
            case WORKLOAD_RESUMED -> pods.pause(false);
            case RESTARTS_REFUSED -> pods.refuseRestarts(true);
            case RESTARTS_ALLOWED -> pods.refuseRestarts(false);
            default -> pods.removeMark();
        }
    }

    private void tamper(Event event) {
        switch (event.kind()) {
            case USAGE_LAGS -> world.usageLags = true;
            case GRANT -> world.demand = new KeyDemand.Granted(world.terms);
            case REFUSE -> world.demand = new KeyDemand.Refused(Reason.NO_POLICY, "no policy");
            case WITHDRAW -> world.demand = new KeyDemand.Withdrawn("nothing allowed");
            case ACCOUNT_DOWN -> world.demand = new KeyDemand.Waiting(Reason.ACCOUNT_NOT_READY, "down");
            case GUARDRAIL_MADE_ANEW -> terms("g" + ++changes, "r" + changes, world.terms.limit(), workspace());
            case RULES_REVISED -> terms(world.terms.guardrailId(), "r" + ++changes, world.terms.limit(), workspace());
            case LIMIT_LOWERED ->
                terms(world.terms.guardrailId(), world.terms.policyRevision(), usd(1 + event.choice()), workspace());
            case WORKSPACE_CHANGED ->
                terms("g" + ++changes, "r" + changes, world.terms.limit(), "w" + event.choice() % 2);
            case STATUS_LOST -> {
                world.promises.statusWasLost = true;
                world.remember(KeyRecord.empty());
            }
            case STATUS_RESTORED -> {
                world.promises.statusWasRestored = true;
                world.remember(world.records.get(event.choice() % world.records.size()));
            }
            case RATION_USED_UP -> world.rationed = true;
            case RATION_RESET -> world.rationed = false;
            case SECRET_DELETED,
                    SECRET_EMPTIED,
                    SECRET_GARBLED,
                    SECRET_ENTRIES_EDITED,
                    SECRET_RESTORED,
                    SECRET_TAKEN_OVER -> tamperWithSecret(event);
            default -> tamperWithKey(event);
        }
    }

    private void tamperWithSecret(Event event) {
        SecretState.Ours ours = world.secret instanceof SecretState.Ours is ? is : null;
        List<KeyHash> earlier = List.copyOf(world.promises.lastInSecret.keySet());
        if (event.kind() == Kind.SECRET_DELETED) {
            world.secret(new SecretState.Absent());
        } else if (event.kind() == Kind.SECRET_TAKEN_OVER) {
            world.secret(new SecretState.Foreign("somebody else's", world.inSecret(), null));
        } else if (ours != null) {
            KeyHash value = switch (event.kind()) {
                case SECRET_GARBLED -> Situation.hash(event.choice());
                case SECRET_RESTORED -> earlier.isEmpty() ? ours.valueHash() : pick(earlier, event);
                case SECRET_EMPTIED -> null;
                default -> ours.valueHash();
            };
            world.secret(new SecretState.Ours(
                    value,
                    ours.serial(),
                    event.kind() != Kind.SECRET_ENTRIES_EDITED,
                    ours.proof(),
                    ours.publishedAt()));
        }
    }

    private void tamperWithKey(Event event) {
        List<KeyHash> ours = List.copyOf(world.keys.keySet());
        if (ours.isEmpty()) {
            return;
        }
        KeyHash hash = pick(ours, event);
        switch (event.kind()) {
            case KEY_DISABLED -> disable(hash);
            case KEY_ENABLED -> {
                world.changed(hash, new KeyChange.SetDisabled(false));
                world.promises.stoppedByHand.remove(hash);
            }
            case KEY_DELETED -> {
                world.keys.remove(hash);
                world.promises.lostByHand.add(hash);
            }
            case KEY_UNGUARDED -> world.entry(hash, entry -> entry.boundTo(null));
            case KEY_LIMIT_CHANGED -> world.changed(hash, new KeyChange.SetLimit(usd(9999)));
            case KEY_RENAMED -> rename(hash);
            default -> throw new IllegalStateException("no such event: " + event);
        }
    }

    /** Only a key that works can be stopped by hand; afterwards nobody can tell who did it. */
    private void disable(KeyHash hash) {
        World.Entry entry = world.keys.get(hash);
        if (entry != null && !entry.key().disabled() && !world.record().withdrawn()) {
            world.changed(hash, new KeyChange.SetDisabled(true));
            world.promises.stoppedByHand.add(hash);
            world.promises.onceStoppedByHand.add(hash);
        }
    }

    /** A key that no record has and that is called something else is not ours by any proof; so only current keys are renamed. */
    private void rename(KeyHash hash) {
        if (hash.equals(world.inSecret()) && world.record().knows(hash)) {
            world.changed(hash, new KeyChange.Rename("mine"));
            world.promises.lostByHand.add(hash);
        }
    }

    private void terms(String guardrail, String revision, SpendLimit limit, String workspace) {
        KeyTerms is = world.terms;
        use(new KeyTerms(is.account(), workspace, guardrail, revision, limit, is.rotation(), false, true));
    }

    void rotation(RotationTerms rotation) {
        KeyTerms is = world.terms;
        use(new KeyTerms(
                is.account(),
                is.workspaceId(),
                is.guardrailId(),
                is.policyRevision(),
                is.limit(),
                rotation,
                is.replaceWhenDisabled(),
                is.replaceWhenDeleted()));
    }

    private void use(KeyTerms terms) {
        world.terms = terms;
        if (world.demand instanceof KeyDemand.Granted) {
            world.demand = new KeyDemand.Granted(terms);
        }
    }

    private String workspace() {
        return world.terms.workspaceId();
    }

    private static SpendLimit usd(int amount) {
        return new SpendLimit(new BigDecimal(amount), ResetInterval.MONTHLY);
    }

    private static KeyHash pick(List<KeyHash> from, Event event) {
        return from.stream().sorted().toList().get(event.choice() % from.size());
    }
}
