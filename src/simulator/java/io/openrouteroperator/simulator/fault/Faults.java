package io.openrouteroperator.simulator.fault;

import java.util.ArrayList;
import java.util.List;

/** The faults in force. Safe for use by many threads. */
public final class Faults {

    private static final class Counted {
        private final FaultRule rule;
        private int calls;

        private Counted(FaultRule rule) {
            this.rule = rule;
        }
    }

    private final List<Counted> rules = new ArrayList<>();

    /** Puts a rule in force, beside those that are. */
    public synchronized void add(FaultRule rule) {
        rules.add(new Counted(rule));
    }

    /** A fault for the next matching call only. */
    public void next(String method, String path, Fault fault) {
        add(FaultRule.next(method, path, fault));
    }

    /** A fault for every matching call until {@link #clear}. */
    public void always(String method, String path, Fault fault) {
        add(FaultRule.always(method, path, fault));
    }

    /** Takes all rules out of force. */
    public synchronized void clear() {
        rules.clear();
    }

    /** The faults that hit this call; counts it. */
    public synchronized FaultSet hit(String method, String path) {
        List<Fault> hits = new ArrayList<>();
        for (Counted counted : rules) {
            if (counted.rule.concerns(method, path)) {
                counted.calls++;
                if (counted.rule.hits(counted.calls)) {
                    hits.add(counted.rule.fault());
                }
            }
        }
        return new FaultSet(hits);
    }
}
