package io.openrouteroperator.proof.crash;

import io.openrouteroperator.proof.Effect;
import io.openrouteroperator.proof.ProvingGround;
import io.openrouteroperator.proof.crash.CrashPoint.Moment;
import io.openrouteroperator.proof.gate.Guard;
import io.openrouteroperator.proof.gate.Passage;
import io.openrouteroperator.proof.gate.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stands at both gates, notes the effects of one story, and kills the operator at the point it was told. */
final class Executioner {
    private final ProvingGround ground;
    private final List<Effect> seen = new ArrayList<>();
    private final Map<Effect, Integer> arrived = new HashMap<>();
    private final Map<Effect, Integer> happened = new HashMap<>();
    private @Nullable CrashPoint point;
    private boolean dead;

    Executioner(ProvingGround ground) {
        this.ground = ground;
    }

    /**
     * Begins to note, and to wait for the point.
     *
     * @param point null to let the operator live
     * @param tenant whose writes to the cluster count
     * @param plant what goes wrong at the gates besides, to show that the proof can fail
     */
    synchronized void watch(@Nullable CrashPoint point, String tenant, Plant plant) {
        this.point = point;
        ground.openRouter()
                .guardedBy(new Post(
                        request -> Optional.of(Effect.atOpenRouter(request.method(), request.path())), plant::passage));
        ground.kubernetes().guardedBy(new Post(request -> Effect.inCluster(request, tenant), plant::passage));
    }

    /** What happened so far, in order. */
    synchronized List<Effect> seen() {
        return List.copyOf(seen);
    }

    /** Whether the point was reached, and the operator is dead. */
    synchronized boolean dead() {
        return dead;
    }

    private synchronized boolean kills(Effect effect, Moment moment) {
        Map<Effect, Integer> counted = moment == Moment.BEFORE ? arrived : happened;
        int occurrence = counted.merge(effect, 1, Integer::sum);
        if (moment == Moment.BEFORE && !dead) {
            seen.add(effect);
        }
        if (dead || !new CrashPoint(effect, occurrence, moment).equals(point)) {
            return false;
        }
        ground.installation().operator().kill();
        dead = true;
        return true;
    }

    /** One gate's guard; what arrives from a process that is dead goes nowhere. */
    private final class Post implements Guard {
        private final Function<Request, Optional<Effect>> reading;
        private final Function<Request, Passage> passage;

        Post(Function<Request, Optional<Effect>> reading, Function<Request, Passage> passage) {
            this.reading = reading;
            this.passage = passage;
        }

        @Override
        public Passage arrives(Request request) {
            boolean killed = reading.apply(request)
                    .map(effect -> kills(effect, Moment.BEFORE))
                    .orElse(false);
            return killed ? new Passage.Cut() : passage.apply(request);
        }

        @Override
        public void answered(Request request) {
            reading.apply(request).ifPresent(effect -> kills(effect, Moment.AFTER));
        }
    }
}
