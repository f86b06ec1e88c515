package io.openrouteroperator.proof.crash;

import io.openrouteroperator.proof.ProvingGround;
import java.util.List;
import java.util.Set;

/** {@code make prove-crash}: every point of every story, or of the stories named. */
public final class ProveCrash {
    private ProveCrash() {}

    /** Prints a line for each death and the figures in the last one; exits with 1 when an invariant broke. */
    public static void main(String[] stories) {
        try (ProvingGround ground = ProvingGround.start()) {
            // Threads of the harness would keep the JVM alive.
            System.exit(prove(ground, Set.of(stories)) ? 0 : 1);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static boolean prove(ProvingGround ground, Set<String> wanted) {
        CrashMatrix matrix = new CrashMatrix(ground, System.out);
        List<Scenario> stories = new Stories(ground.installation().openRouter())
                .all().stream()
                        .filter(story -> wanted.isEmpty() || wanted.contains(story.name()))
                        .toList();
        stories.forEach(matrix::all);
        long violated = matrix.rows().stream()
                .filter(row -> !row.violations().isEmpty())
                .count();
        long kills = matrix.rows().stream().filter(CrashRow::reached).count();
        System.out.printf(
                "prove-crash: points=%d kills=%d violations=%d%n", matrix.rows().size(), kills, violated);
        return violated == 0;
    }
}
