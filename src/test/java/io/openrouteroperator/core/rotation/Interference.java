package io.openrouteroperator.core.rotation;

import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.rotation.KeyWishes.Requests;
import java.math.BigDecimal;
import java.time.Duration;

/** What owners, administrators, clusters and accidents do while the protocol is at work. */
final class Interference {
    private final World world;
    private final Tampering hands;
    private int changes;

    Interference(World world) {
        this.world = world;
        this.hands = new Tampering(world);
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
            default -> change(event);
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

    private void change(Event event) {
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
                world.promises.waivers.statusWasLost = true;
                world.remember(KeyRecord.empty());
            }
            case STATUS_RESTORED -> {
                world.promises.waivers.statusWasRestored = true;
                world.remember(world.records.get(event.choice() % world.records.size()));
            }
            case RATION_USED_UP -> world.rationed = true;
            case RATION_RESET -> world.rationed = false;
            case SECRET_DELETED,
                    SECRET_EMPTIED,
                    SECRET_GARBLED,
                    SECRET_ENTRIES_EDITED,
                    SECRET_RESTORED,
                    SECRET_TAKEN_OVER -> hands.onSecret(event);
            default -> hands.onKey(event);
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

    static SpendLimit usd(int amount) {
        return new SpendLimit(new BigDecimal(amount), ResetInterval.MONTHLY);
    }
}
