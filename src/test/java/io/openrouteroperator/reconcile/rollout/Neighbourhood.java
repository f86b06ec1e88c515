package io.openrouteroperator.reconcile.rollout;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.rollout.ConsumerPod;
import io.openrouteroperator.core.rollout.Consumers;
import io.openrouteroperator.core.rollout.Rollout;
import io.openrouteroperator.core.rollout.RolloutStep;
import io.openrouteroperator.core.rollout.Workload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/**
 * A namespace with services, and an operator's eyes and hands in it: its client acts as the ServiceAccount of the chart. The key is in
 * the entries KEY and ALIAS of the Secret {@code ai}; its entry URL is none of it.
 */
final class Neighbourhood implements AutoCloseable {
    static final String RELEASE = "rollout-rights";
    static final String ACCOUNT = RELEASE + "-openrouter-operator";
    static final String SECRET = "ai";
    static final Set<String> ENTRIES = Set.of("KEY", "ALIAS");
    /** Of the key in the Secret. */
    static final KeyHash CURRENT = new KeyHash("c0ffee".repeat(10) + "0000");

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ControlPlane controlPlane;
    private final String name;
    private final KubernetesClient operator;
    private final Refusals refusals = new Refusals(Clock.systemUTC());
    private final ConsumerSource source;

    Neighbourhood(ControlPlane controlPlane, String topic) {
        this.controlPlane = controlPlane;
        this.name = "rollout-" + topic + "-" + COUNTER.incrementAndGet();
        this.operator = asOperator(controlPlane);
        this.source = new ConsumerSource(operator, refusals, Clock.systemUTC());
        controlPlane
                .client()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
    }

    private static KubernetesClient asOperator(ControlPlane controlPlane) {
        controlPlane
                .helm(
                        "upgrade",
                        "--install",
                        RELEASE,
                        Path.of("helm/openrouter-operator").toAbsolutePath().toString(),
                        "--namespace=" + RELEASE,
                        "--create-namespace",
                        "--set=replicaCount=0,webhook.enabled=false,crds.enabled=false")
                .orThrow();
        return as(controlPlane, RELEASE, ACCOUNT);
    }

    private static KubernetesClient as(ControlPlane controlPlane, String namespace, String serviceAccount) {
        try {
            String kubeconfig = Files.readString(controlPlane.kubeconfigFor(namespace, serviceAccount));
            return new KubernetesClientBuilder()
                    .withConfig(Config.fromKubeconfig(kubeconfig))
                    .build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The client of a ServiceAccount that may do nothing. */
    KubernetesClient clientWithoutRights() {
        await(
                "the ServiceAccount of the namespace",
                () -> client().serviceAccounts()
                                .inNamespace(name)
                                .withName("default")
                                .get()
                        != null);
        return as(controlPlane, name, "default");
    }

    String name() {
        return name;
    }

    /** The administrator's client. */
    KubernetesClient client() {
        return controlPlane.client();
    }

    /** The client of the operator's ServiceAccount. */
    KubernetesClient operator() {
        return operator;
    }

    /** Makes objects from YAML; those without a namespace go here. */
    void apply(String yaml) {
        client().load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .inNamespace(name)
                .create();
    }

    Deployment deployment(String deployment) {
        return client().apps()
                .deployments()
                .inNamespace(name())
                .withName(deployment)
                .require();
    }

    Refusals refusals() {
        return refusals;
    }

    Consumers find() {
        return source.find(name, SECRET, ENTRIES);
    }

    ConsumerPod pod(String beginning) {
        return find().pods().stream()
                .filter(pod -> pod.name().startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no consumer pod " + beginning + " in " + find()));
    }

    Workload workload(String workload) {
        return find().workloads().stream()
                .filter(found -> found.ref().name().equals(workload))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no workload " + workload + " in " + find()));
    }

    /** A moment after every container that runs now. */
    static Instant afterAllThatRuns() {
        return Instant.now().plusSeconds(1);
    }

    /** Looks, restarts and looks again, until the step is none of ours; returns the names of what was restarted. */
    List<String> rollOut(Instant publishedAt) {
        List<String> restarted = new ArrayList<>();
        while (next(publishedAt) instanceof RolloutStep.Restart(var workload)) {
            if (new WorkloadRestarter(operator, refusals).restart(workload, SECRET, CURRENT)) {
                restarted.add(workload.name());
            }
        }
        return restarted;
    }

    RolloutStep next(Instant publishedAt) {
        return Rollout.next(find(), CURRENT, publishedAt, true);
    }

    RolloutStep.Waiting waiting(Instant publishedAt) {
        if (next(publishedAt) instanceof RolloutStep.Waiting waiting) {
            return waiting;
        }
        throw new AssertionError("nothing is waited for: " + next(publishedAt));
    }

    void awaitDone(Instant publishedAt) {
        await("every pod holds the current key", () -> next(publishedAt) instanceof RolloutStep.Done);
    }

    /** Waits until as many pods run, and no other is left. */
    void awaitRunning(int count) {
        await(count + " running pods", () -> {
            List<Pod> pods = client().pods().inNamespace(name).list().getItems();
            return pods.size() == count
                    && pods.stream()
                            .allMatch(pod -> "Running".equals(pod.getStatus().getPhase()));
        });
    }

    static void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(condition);
    }

    @Override
    public void close() {
        client().namespaces().withName(name).delete();
        operator.close();
    }
}
