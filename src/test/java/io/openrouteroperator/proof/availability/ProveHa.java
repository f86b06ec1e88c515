package io.openrouteroperator.proof.availability;

import io.openrouteroperator.proof.ProvingGround;
import java.util.List;

/** {@code make prove-ha}: how long nobody leads, and that a leader which stood still does no harm when it wakes. */
public final class ProveHa {
    private static final long MOST_HANDOVER = 3_000;
    private static final long MOST_TAKEOVER = 20_000;
    private static final List<String> CALLS = List.of(
            "POST /keys",
            "POST /guardrails/*/assignments/keys",
            "GET /guardrails/*/assignments/keys",
            "GET /models/user",
            "PATCH /keys/*");

    private ProveHa() {}

    /** Prints a line for each case and the figures in the last one; exits with 1 when an invariant broke or a time was exceeded. */
    public static void main(String[] arguments) {
        try (ProvingGround ground = ProvingGround.start()) {
            Availability availability = new Availability(ground);
            long handover = availability.handover();
            System.out.printf("SIGTERM of the leader: the other leads after %d ms%n", handover);
            long takeover = availability.takeover();
            System.out.printf("SIGKILL of the leader: the other leads after %d ms%n", takeover);
            int violated = 0;
            for (String call : CALLS) {
                List<String> violations = availability.standstill(call);
                violated += violations.isEmpty() ? 0 : 1;
                System.out.printf(
                        "SIGSTOP after %-36s until the other is done, SIGCONT: %s%n",
                        call, violations.isEmpty() ? "no harm" : "VIOLATED " + violations);
            }
            availability.close();
            System.out.printf(
                    "prove-ha: handover_ms=%d takeover_ms=%d standstills=%d violations=%d%n",
                    handover, takeover, CALLS.size(), violated);
            // Threads of the harness would keep the JVM alive.
            System.exit(violated == 0 && handover <= MOST_HANDOVER && takeover <= MOST_TAKEOVER ? 0 : 1);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
