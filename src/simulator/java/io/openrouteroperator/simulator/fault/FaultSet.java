package io.openrouteroperator.simulator.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The faults that hit one call. */
public record FaultSet(List<Fault> faults) {

    public FaultSet {
        faults = List.copyOf(faults);
    }

    /** How long to wait before anything else. */
    public Duration latency() {
        return all(Fault.Latency.class).stream().map(Fault.Latency::by).reduce(Duration.ZERO, Duration::plus);
    }

    /** How long the answer waits after the call took effect. */
    public Duration lateAnswer() {
        return all(Fault.LateAnswer.class).stream().map(Fault.LateAnswer::by).reduce(Duration.ZERO, Duration::plus);
    }

    /** How long the body takes. */
    public Duration slowness() {
        return first(Fault.SlowBody.class).map(Fault.SlowBody::over).orElse(Duration.ZERO);
    }

    /** How old lists of keys and analytics are. */
    public Duration staleness() {
        return first(Fault.StaleList.class).map(Fault.StaleList::age).orElse(Duration.ZERO);
    }

    /** By how many rows pages after the first are off. */
    public int shift() {
        return first(Fault.ShiftedRows.class).map(Fault.ShiftedRows::rows).orElse(0);
    }

    /** The first fault of a kind. */
    public <F extends Fault> Optional<F> first(Class<F> kind) {
        return all(kind).stream().findFirst();
    }

    public boolean has(Class<? extends Fault> kind) {
        return first(kind).isPresent();
    }

    private <F extends Fault> List<F> all(Class<F> kind) {
        return faults.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
