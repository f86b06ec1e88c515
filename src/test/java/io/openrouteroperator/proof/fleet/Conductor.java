package io.openrouteroperator.proof.fleet;

import io.openrouteroperator.proof.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Asks every service for its rotations, so many at a time, and pauses those whose owners do that. */
final class Conductor {
    private static final Duration PAUSE = Duration.ofSeconds(12);

    private final FleetPlan plan;
    private final FleetCorner corner;
    private final RotationJournal journal;
    private final List<Service> services;
    private final Map<Service, Integer> asked = new HashMap<>();
    private final Map<Service, Instant> pausedUntil = new HashMap<>();

    Conductor(FleetPlan plan, FleetCorner corner, RotationJournal journal) {
        this.plan = plan;
        this.corner = corner;
        this.journal = journal;
        this.services = plan.members();
    }

    /**
     * Returns when every service had its rotations, or the time is up.
     *
     * @param progress told again and again how many rotations are over
     */
    void play(IntConsumer progress) {
        Waiting.until(plan.limit(), () -> {
            int over = services.stream().mapToInt(journal::rotations).sum();
            progress.accept(over);
            resume();
            services.forEach(this::ask);
            return over >= plan.wantedRotations() && pausedUntil.isEmpty();
        });
    }

    private void ask(Service service) {
        int times = asked.getOrDefault(service, 0);
        if (times >= plan.rotations() || !mayAsk(service, times)) {
            return;
        }
        if (service.temper() == Temper.PAUSED) {
            corner.pause(service, true);
            pausedUntil.put(service, Instant.now().plus(PAUSE));
        }
        corner.askForRotation(service, times + 1);
        asked.put(service, times + 1);
    }

    private boolean mayAsk(Service service, int times) {
        boolean rested = service.temper() == Temper.IMPATIENT
                ? journal.published(service) > times
                : journal.rotations(service) >= times;
        boolean begun = times > journal.rotations(service);
        return rested && !pausedUntil.containsKey(service) && (begun || rotating() < plan.together());
    }

    private long rotating() {
        return services.stream()
                .filter(service -> asked.getOrDefault(service, 0) > journal.rotations(service))
                .count();
    }

    private void resume() {
        pausedUntil.entrySet().removeIf(paused -> {
            boolean over = Instant.now().isAfter(paused.getValue());
            if (over) {
                corner.pause(paused.getKey(), false);
            }
            return over;
        });
    }
}
