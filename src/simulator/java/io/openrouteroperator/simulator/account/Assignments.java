package io.openrouteroperator.simulator.account;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is under which guardrail, at most one each. A row outlives its deleted key: lists count it without showing it, as the real
 * service does.
 */
public final class Assignments {

    private final Map<String, Assignment> bySubject = new LinkedHashMap<>();

    /** Puts a subject under a guardrail, away from any other. */
    public void assign(String guardrailId, String subject, Instant now) {
        Assignment present = bySubject.get(subject);
        if (present == null || !present.guardrailId().equals(guardrailId)) {
            bySubject.remove(subject);
            bySubject.put(subject, new Assignment(UUID.randomUUID().toString(), guardrailId, subject, now));
        }
    }

    /** Takes a subject from under a guardrail; false if it was not under this one. */
    public boolean unassign(String guardrailId, String subject) {
        Assignment present = bySubject.get(subject);
        if (present == null || !present.guardrailId().equals(guardrailId)) {
            return false;
        }
        bySubject.remove(subject);
        return true;
    }

    /** Drops all rows of a guardrail. */
    public void dropGuardrail(String guardrailId) {
        bySubject.values().removeIf(row -> row.guardrailId().equals(guardrailId));
    }

    public Optional<Assignment> of(String subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    /** All rows, newest first. */
    public List<Assignment> newestFirst() {
        return List.copyOf(bySubject.values()).reversed();
    }
}
