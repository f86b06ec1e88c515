package io.openrouteroperator.proof.crash;

import io.openrouteroperator.proof.Effect;
import io.openrouteroperator.proof.crash.CrashPoint.Moment;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the stories came by every method of the ports to OpenRouter, and died at each: a method that was added to a port and
 * appears in no story fails the proof, and so does an excuse for a method that a story did come by.
 */
record Coverage(Set<Effect> seen, List<CrashRow> rows) {
    /** Methods that no story comes by, and why. The one place for them. */
    private static final Map<String, String> EXCUSED = Map.of(
            "endpoints", "nothing calls it: the catalogue is compiled from the lists of providers and models",
            "providers", "read with the catalogue, once an hour, before any story",
            "models", "read with the catalogue, once an hour, before any story",
            "zeroDataRetentionEndpoints", "read with the catalogue, once an hour, before any story",
            "listDestinations", "only an account with an audit trail reads them, and nothing follows from it for keys",
            "limitDestination", "nothing calls it yet",
            "callingKeys", "asked where usage.today is on, and nothing follows from it for keys",
            "served", "asked where usage.today is on, and nothing follows from it for keys");

    /** Prints a line for each method and returns what is missing. */
    List<String> check(PrintStream out) {
        List<String> missing = new ArrayList<>();
        for (PortMethod method : PortMethod.all()) {
            boolean hit = seen.contains(method.effect());
            String excuse = EXCUSED.get(method.name());
            long before = deaths(method.effect(), Moment.BEFORE);
            long after = deaths(method.effect(), Moment.AFTER);
            out.printf(
                    "port %-28s %-42s deaths before %3d, after %3d%s%n",
                    method.name(), method.effect().name(), before, after, excuse == null ? "" : "; " + excuse);
            if (hit == (excuse != null)) {
                missing.add(method.name() + (hit ? " is excused, and a story came by it" : " is in no story"));
            } else if (hit && method.effect().write() && (before == 0 || after == 0)) {
                missing.add(method.name() + " was not died at on both sides");
            }
        }
        seen.stream()
                .filter(Effect::write)
                .filter(effect -> deaths(effect, Moment.BEFORE) == 0 || deaths(effect, Moment.AFTER) == 0)
                .map(effect -> effect.name() + " was not died at on both sides")
                .forEach(missing::add);
        return missing;
    }

    private long deaths(Effect effect, Moment moment) {
        return rows.stream()
                .filter(CrashRow::reached)
                .map(CrashRow::point)
                .filter(point -> point.effect().equals(effect) && point.moment() == moment)
                .count();
    }
}
