package io.openrouteroperator.reconcile;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Failures in a row, per object; what back-off grows with. */
public final class Attempts {
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    /** Counts a failure and returns how many there were in a row. */
    public int failed(String object) {
        return failures.merge(object, 1, Integer::sum);
    }

    /** Forgets the failures of an object that succeeded, or is gone. */
    public void succeeded(String object) {
        failures.remove(object);
    }
}
