package io.openrouteroperator.proof.bench;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.controlplane.audit.AuditLog;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.proof.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Measures one size, on an installation of its own. */
final class BenchRun {
    private static final Duration LIMIT = Duration.ofMinutes(60);
    private static final Duration SETTLING = Duration.ofSeconds(20);
    /** Two polls. */
    private static final Duration IDLE = Duration.ofMinutes(2);

    private static final double POLL_SECONDS = 60;
    private static final int NEW_KEYS = 5;
    private static final int MOST_ROTATED = 1_000;
    private static final long REPORT_NANOS = Duration.ofSeconds(10).toNanos();

    private final Installation installation;
    private final KubernetesClient client;
    private final ManyKeys keys;
    private final KeyWatch watch = new KeyWatch();
    private final int count;
    private final Consumer<String> out;

    /** @param out told what happens, in lines */
    BenchRun(Installation installation, int count, Consumer<String> out) {
        this.installation = installation;
        this.client = installation.controlPlane().client();
        this.keys = new ManyKeys(client, count);
        this.count = count;
        this.out = out;
    }

    private record AtRest(double callsPerPoll, double apiPerSecond, double cpuPercent, long residentMegabytes) {}

    Figures measure() {
        try (var _ = client.resources(OpenRouterKey.class)
                .inAnyNamespace()
                .withLabel(ManyKeys.LABEL, ManyKeys.LABEL)
                .inform(watch)) {
            keys.prepare(installation.openRouter());
            double ready = seconds(keys::request, "ready", count, watch::ready);
            double callsPerKey = (double) calls() / count;
            AtRest rest = rest();
            long newKey = newKeyMillis();
            int rotated = Math.min(count, MOST_ROTATED);
            long began = System.nanoTime();
            double published = seconds(() -> keys.rotate(rotated), "replaced", rotated, watch::replaced);
            seconds(() -> {}, "rotated", rotated, watch::rotated);
            return new Figures(
                    count,
                    ready,
                    callsPerKey,
                    rest.callsPerPoll(),
                    rest.apiPerSecond(),
                    rest.apiPerSecond() * POLL_SECONDS / count,
                    rest.residentMegabytes(),
                    rest.cpuPercent(),
                    newKey,
                    rotated,
                    published,
                    since(began));
        }
    }

    private double seconds(Runnable begin, String what, int wanted, LongSupplier reached) {
        long began = System.nanoTime();
        begin.run();
        long[] reported = {began};
        boolean done = Waiting.until(LIMIT, () -> {
            if (System.nanoTime() - reported[0] > REPORT_NANOS) {
                reported[0] = System.nanoTime();
                out.accept("%d of %d keys %s".formatted(reached.getAsLong(), wanted, what));
            }
            return reached.getAsLong() >= wanted;
        });
        if (!done) {
            throw new IllegalStateException("only %d of %d keys %s; the operator's log:%n%s"
                    .formatted(
                            reached.getAsLong(),
                            wanted,
                            what,
                            installation.operator().operator().process().logTail()));
        }
        out.accept("%d keys %s after %.1f s".formatted(wanted, what, since(began)));
        return since(began);
    }

    private AtRest rest() {
        LockSupport.parkNanos(SETTLING.toNanos());
        ProcessCost cost = new ProcessCost(installation.operator().operator().process());
        AuditLog.Mark mark = installation.controlPlane().auditLog().mark();
        int callsBefore = calls();
        int pollsBefore = polls();
        Duration cpuBefore = cost.processorTime();
        long began = System.nanoTime();
        LockSupport.parkNanos(IDLE.toNanos());
        double elapsed = since(began);
        double cpu = cost.processorTime().minus(cpuBefore).toMillis() / 10.0 / elapsed;
        double perPoll = (double) (calls() - callsBefore) / Math.max(1, polls() - pollsBefore);
        int requests = installation
                .controlPlane()
                .auditLog()
                .since(mark)
                .byServiceAccount(InstalledOperator.NAMESPACE, "openrouter-operator")
                .count();
        return new AtRest(perPoll, requests / elapsed, cpu, cost.residentMegabytes());
    }

    private long newKeyMillis() {
        List<Long> sorted = IntStream.range(0, NEW_KEYS)
                .mapToObj(number -> {
                    long began = System.nanoTime();
                    keys.request(count + number);
                    Waiting.until(LIMIT, () -> watch.isReady(ManyKeys.name(count + number)));
                    return Duration.ofNanos(System.nanoTime() - began).toMillis();
                })
                .sorted()
                .toList();
        out.accept("new keys are Ready after %s ms".formatted(sorted));
        return sorted.get(NEW_KEYS / 2);
    }

    private int calls() {
        return installation.openRouter().requestLog().entries().size();
    }

    private int polls() {
        return installation.openRouter().requestLog().count("GET", "/credits");
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
