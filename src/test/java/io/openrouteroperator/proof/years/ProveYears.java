package io.openrouteroperator.proof.years;

import io.openrouteroperator.core.schedule.RotationSchedule;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;

/** {@code make prove-years}: plays the years, prints what came of them, and fails if a rule was broken. */
public final class ProveYears {
    private static final int SHOWN = 20;

    private ProveYears() {}

    /** Plays the story. */
    public static void main(String[] arguments) {
        Story story = Story.threeYears();
        long start = System.nanoTime();
        Judge judge = Years.play(story, RotationSchedule::plan);
        print(story, judge, Duration.ofNanos(System.nanoTime() - start));
        if (!violations(judge).isEmpty()) {
            System.exit(1);
        }
    }

    static List<String> violations(Judge judge) {
        return judge.outcomes.values().stream()
                .flatMap(outcome -> outcome.violations.stream())
                .toList();
    }

    private static void print(Story story, Judge judge, Duration took) {
        System.out.printf(
                "%d days from %s in %d s; at most %d rotations on a day, %d allowed; days with a shortfall: %d%n%n",
                story.days(),
                story.start(),
                took.toSeconds(),
                judge.mostPerDay,
                story.quota().rotationsPerDay(),
                judge.daysShort);
        System.out.printf(
                "%-18s %5s %10s %10s %8s %7s %9s %8s %8s %11s%n",
                "class",
                "keys",
                "rotations",
                "oldest d",
                "outside",
                "warned",
                "by quota",
                "outage",
                "at once",
                "violations");
        judge.outcomes.forEach((keyClass, outcome) -> System.out.printf(
                "%-18s %5d %10d %10s %8d %7d %9d %8d %8d %11d%n",
                keyClass.name(),
                keyClass.keys(),
                outcome.rotations,
                Outcome.days(outcome.greatestAge),
                outcome.outsideWindows,
                outcome.warned,
                outcome.byQuota,
                outcome.excused,
                outcome.mostAtOnce,
                outcome.violations.size()));
        System.out.println();
        violations(judge).stream().limit(SHOWN).forEach(System.out::println);
        Collection<Outcome> all = judge.outcomes.values();
        System.out.printf(
                "prove-years: keys=%d rotations=%d max_age_days=%s outside_window=%d warned=%d max_concurrent=%d violations=%d%n",
                story.classes().stream().mapToInt(KeyClass::keys).sum(),
                sum(all, outcome -> outcome.rotations),
                all.stream()
                        .map(outcome -> outcome.greatestAge)
                        .max(Duration::compareTo)
                        .map(Outcome::days)
                        .orElse("0"),
                sum(all, outcome -> outcome.outsideWindows),
                sum(all, outcome -> outcome.warned),
                all.stream().mapToInt(outcome -> outcome.mostAtOnce).max().orElse(0),
                violations(judge).size());
    }

    private static int sum(Collection<Outcome> outcomes, ToIntFunction<Outcome> figure) {
        return outcomes.stream().mapToInt(figure).sum();
    }
}
