package io.openrouteroperator.proof.bench.admission;

import io.openrouteroperator.proof.bench.admission.HttpsLoad.Measured;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Servers under the same load, one after the other and again: what disturbs the machine meets all of them. */
final class Turns {
    /** On how many connections they are asked. */
    static final List<Integer> CONNECTIONS = List.of(1, 8, 64);

    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final int MOST_WARM_UP = 40;
    private static final int STABLE = 5;
    private static final double GAIN = 1.05;

    private Turns() {}

    /** Until it has not become faster for some rounds: on busy cores compiling takes much longer than anyone would guess. */
    static void warmUp(HttpsLoad server, byte[] body) throws IOException, InterruptedException {
        double best = 0;
        int stable = 0;
        for (int round = 0; round < MOST_WARM_UP && stable < STABLE; round++) {
            double now = server.run(body, CONNECTIONS.get(1), ROUND).perSecond();
            stable = now > GAIN * best ? 0 : stable + 1;
            best = Math.max(best, now);
        }
    }

    /**
     * The median round of each server, in their order.
     *
     * @throws IllegalStateException if one of them does not allow what is asked
     */
    static List<Measured> medians(List<HttpsLoad> servers, byte[] body, int connections, int rounds)
            throws IOException, InterruptedException {
        List<List<Measured>> all = new ArrayList<>();
        servers.forEach(_ -> all.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int server = 0; server < servers.size(); server++) {
                all.get(server).add(allowed(servers.get(server).run(body, connections, ROUND)));
            }
        }
        return all.stream().map(Turns::median).toList();
    }

    /** The one in the middle, by rate. */
    static Measured median(List<Measured> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Measured::perSecond))
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static Measured allowed(Measured round) {
        if (!round.answer().contains("\"allowed\":true")) {
            throw new IllegalStateException("not allowed: " + round.answer());
        }
        return round;
    }
}
