package io.openrouteroperator.proof.crash;

import io.openrouteroperator.proof.Effect;
import io.openrouteroperator.proof.ProvingGround;
import io.openrouteroperator.proof.crash.CrashPoint.Moment;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Tells stories without a death to learn their effects, then once more for each effect and moment with a death there. */
final class CrashMatrix {
    private final ProvingGround ground;
    private final PrintStream out;
    private final List<CrashRow> rows = new ArrayList<>();
    private final Set<Effect> seen = new LinkedHashSet<>();

    CrashMatrix(ProvingGround ground, PrintStream out) {
        this.ground = ground;
        this.out = out;
    }

    /** Every point of a story. */
    void all(Scenario scenario) {
        points(scenario).forEach(point -> kill(scenario, point));
    }

    /** So many points of a story, chosen by the seed. */
    void some(Scenario scenario, int count, Random random) {
        List<CrashPoint> points = points(scenario);
        Collections.shuffle(points, random);
        points.stream().limit(count).forEach(point -> kill(scenario, point));
    }

    /** One run of a story with a death in it. */
    void kill(Scenario scenario, CrashPoint point) {
        note(scenario, point, new Run(ground, scenario, Plant.NONE).tell(point));
    }

    /** The points of a story: each write when it happens, each read when it is first seen. */
    List<CrashPoint> points(Scenario scenario) {
        Run.Outcome clean = new Run(ground, scenario, Plant.NONE).tell(null);
        if (!clean.violations().isEmpty()) {
            throw new IllegalStateException(
                    "the story '" + scenario + "' fails without a death: " + clean.violations());
        }
        seen.addAll(clean.effects());
        Map<Effect, Integer> counted = new HashMap<>();
        List<CrashPoint> points = new ArrayList<>();
        for (Effect effect : clean.effects()) {
            int occurrence = counted.merge(effect, 1, Integer::sum);
            if (effect.write() || occurrence == 1) {
                points.add(new CrashPoint(effect, occurrence, Moment.BEFORE));
                points.add(new CrashPoint(effect, occurrence, Moment.AFTER));
            }
        }
        return points;
    }

    private void note(Scenario scenario, CrashPoint point, Run.Outcome outcome) {
        CrashRow row = new CrashRow(scenario.name(), point, outcome.reached(), outcome.violations());
        rows.add(row);
        out.println(row);
    }

    /** All runs so far. */
    List<CrashRow> rows() {
        return List.copyOf(rows);
    }

    /** Every effect that any story had. */
    Set<Effect> seen() {
        return Set.copyOf(seen);
    }
}
