package io.openrouteroperator.core.usage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The history of one class, with each day worked out once for all of its services. Not for several threads. */
final class ClassOverTime {
    private final PolicyHistory history;
    private final Map<LocalDate, Optional<InForce>> days = new HashMap<>();

    ClassOverTime(PolicyHistory history) {
        this.history = history;
    }

    PolicyHistory history() {
        return history;
    }

    Optional<InForce> on(LocalDate day) {
        return days.computeIfAbsent(day, history::on);
    }
}
