package io.openrouteroperator.proof.crash;

import io.openrouteroperator.proof.ProvingGround;
import java.util.Arrays;
import java.util.List;

/** {@code make prove-crash}: every point of every story, or of the stories named; then the coverage is not judged. */
public final class ProveCrash {
    private ProveCrash() {}

    /** Prints a line for each death and the figures in the last one; exits with 1 when an invariant broke. */
    public static void main(String[] stories) {
        try (ProvingGround ground = ProvingGround.start()) {
            // Threads of the harness would keep the JVM alive.
            System.exit(prove(ground, stories) ? 0 : 1);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static boolean prove(ProvingGround ground, String[] wanted) {
        Stories stories = new Stories(ground.installation().openRouter());
        CrashMatrix matrix = new CrashMatrix(ground, System.out);
        if (wanted.length == 0) {
            stories.all().forEach(matrix::all);
        } else {
            Arrays.stream(wanted).map(stories::named).forEach(matrix::all);
        }
        List<String> missing =
                wanted.length == 0 ? new Coverage(matrix.seen(), matrix.rows()).check(System.out) : List.of();
        missing.forEach(line -> System.out.println("NOT COVERED: " + line));
        List<CrashRow> violated = matrix.rows().stream()
                .filter(row -> !row.violations().isEmpty())
                .toList();
        violated.forEach(row -> System.out.println("again: " + row));
        System.out.printf(
                "prove-crash: points=%d kills=%d not_covered=%d violations=%d%n",
                matrix.rows().size(),
                matrix.rows().stream().filter(CrashRow::reached).count(),
                missing.size(),
                violated.size());
        return violated.isEmpty() && missing.isEmpty();
    }
}
