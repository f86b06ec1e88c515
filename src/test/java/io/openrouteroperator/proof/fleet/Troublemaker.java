package io.openrouteroperator.proof.fleet;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Deletes pods of services that crash, and lets pods of slow services end only after a while, as a kubelet would. */
final class Troublemaker implements AutoCloseable, Runnable {
    private static final long ROUND = Duration.ofMillis(500).toNanos();
    private static final Duration ENDING = Duration.ofSeconds(3);
    private static final int ROUNDS_TO_CRASH = 4;

    private final KubernetesClient client;
    private final Set<String> crashing;
    private final SharedIndexInformer<Pod> pods;
    private final Map<String, Instant> ending = new HashMap<>();
    private final Random random;
    private final Thread thread = Thread.ofVirtual().unstarted(this);
    private volatile boolean closed;
    private volatile boolean calm;

    private Troublemaker(KubernetesClient client, FleetPlan plan) {
        this.client = client;
        this.random = new Random(plan.name().hashCode());
        this.crashing = plan.members().stream()
                .filter(service -> service.temper() == Temper.CRASHING)
                .map(Service::name)
                .collect(Collectors.toSet());
        this.pods = client.pods()
                .inAnyNamespace()
                .withLabel(Service.FLEET_LABEL, plan.name())
                .inform();
    }

    static Troublemaker start(KubernetesClient client, FleetPlan plan) {
        Troublemaker started = new Troublemaker(client, plan);
        started.thread.start();
        return started;
    }

    /** No more crashes. */
    void calmDown() {
        calm = true;
    }

    @Override
    public void run() {
        for (int round = 0; !closed; round++) {
            List<Pod> all = pods.getStore().list();
            all.stream().filter(this::mayEnd).forEach(this::end);
            if (!calm && round % ROUNDS_TO_CRASH == 0) {
                crashOne(all);
            }
            LockSupport.parkNanos(ROUND);
        }
    }

    @Override
    public void close() {
        closed = true;
        pods.close();
    }

    private void crashOne(List<Pod> all) {
        List<Pod> victims = all.stream()
                .filter(pod -> crashing.contains(pod.getMetadata().getLabels().get("app")))
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
        if (!victims.isEmpty()) {
            attempt(() -> client.pods()
                    .resource(victims.get(random.nextInt(victims.size())))
                    .delete());
        }
    }

    private boolean mayEnd(Pod pod) {
        if (pod.getMetadata().getDeletionTimestamp() == null
                || !pod.getMetadata().getFinalizers().contains(Service.ENDING)) {
            return false;
        }
        Instant since = ending.computeIfAbsent(pod.getMetadata().getUid(), _ -> Instant.now());
        return Instant.now().isAfter(since.plus(ENDING));
    }

    private void end(Pod pod) {
        attempt(() -> client.pods().resource(pod).edit(found -> {
            found.getMetadata().getFinalizers().remove(Service.ENDING);
            return found;
        }));
    }

    /** Somebody else may have taken the pod away meanwhile. */
    private static void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (KubernetesClientException late) {
            // The next round sees what is left to do.
        }
    }
}
