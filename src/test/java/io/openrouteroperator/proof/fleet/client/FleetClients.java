package io.openrouteroperator.proof.fleet.client;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Runs the program of every running pod of a fleet, each on a thread of its own, until the process is killed. */
public final class FleetClients implements ResourceEventHandler<Pod> {
    private static final long BETWEEN_SNAPSHOTS = Duration.ofMillis(500).toNanos();

    private final KubernetesClient client;
    private final Completions completions;
    private final Tally tally;
    private final Duration pause;
    private final Map<String, PodClient> running = new ConcurrentHashMap<>();

    private FleetClients(KubernetesClient client, Completions completions, Tally tally, Duration pause) {
        this.client = client;
        this.completions = completions;
        this.tally = tally;
        this.pause = pause;
    }

    /**
     * Runs until the process ends.
     *
     * @param arguments kubeconfig, base URL of OpenRouter, the label of the fleet's pods and its value, the file for snapshots, and
     *     the mean pause between two calls of a pod in milliseconds
     */
    public static void main(String[] arguments) {
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(new File(arguments[0])))
                .build();
        Tally tally = new Tally();
        Duration pause = Duration.ofMillis(Long.parseLong(arguments[5]));
        client.pods()
                .inAnyNamespace()
                .withLabel(arguments[2], arguments[3])
                .inform(new FleetClients(client, new Completions(arguments[1]), tally, pause));
        Path file = Path.of(arguments[4]);
        while (true) {
            tally.snapshot().write(file);
            LockSupport.parkNanos(BETWEEN_SNAPSHOTS);
        }
    }

    @Override
    public void onAdd(Pod pod) {
        look(pod);
    }

    @Override
    public void onUpdate(Pod before, Pod pod) {
        if (!before.getMetadata().getUid().equals(pod.getMetadata().getUid())) {
            end(before);
        }
        look(pod);
    }

    @Override
    public void onDelete(Pod pod, boolean finalStateUnknown) {
        end(pod);
    }

    /** A pod on its way out goes on calling, as a program would that finishes its work. */
    private void look(Pod pod) {
        boolean runs =
                pod.getStatus() != null && "Running".equals(pod.getStatus().getPhase());
        if (runs) {
            running.computeIfAbsent(
                    pod.getMetadata().getUid(), _ -> new PodClient(client, completions, tally, pause, pod).start());
        }
    }

    private void end(Pod pod) {
        PodClient ended = running.remove(pod.getMetadata().getUid());
        if (ended != null) {
            ended.end();
        }
    }
}
