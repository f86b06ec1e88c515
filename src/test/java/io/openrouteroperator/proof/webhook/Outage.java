package io.openrouteroperator.proof.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.proof.Waiting;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What goes on, what does not, and what comes back, while no replica answers. */
final class Outage {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FAILED = "failed calling webhook \"%s.admission.openrouter-operator.io\"";
    private static final String RUNNING = "--field-selector=status.phase=Running";

    private final WebhookGround ground;

    Outage(WebhookGround ground) {
        this.ground = ground;
    }

    /** Pods of the operator itself are made, even where somebody has put its namespace under its own rule. */
    String operatorComesBack() {
        String namespace = InstalledOperator.NAMESPACE;
        kubectl("label", "namespace", namespace, "openrouter-operator.io/governed=true");
        try {
            return whileNobodyAnswers(() -> {
                kubectl("delete", "pods", "--all", "-n", namespace, "--wait=false");
                kubectl("rollout", "restart", "deployment/openrouter-operator", "-n", namespace);
                long began = System.nanoTime();
                kubectl("rollout", "status", "deployment/openrouter-operator", "-n", namespace, "--timeout=60s");
                return "its pods run after %d ms".formatted(millisSince(began));
            });
        } finally {
            kubectl("label", "namespace", namespace, "openrouter-operator.io/governed-");
        }
    }

    /** Evicted pods go; those in their place are refused with the reason, and made as soon as somebody answers. */
    String nodeIsDrained() {
        deploy(WebhookGround.GOVERNED, "drained");
        String drained = whileNobodyAnswers(() -> {
            long began = System.nanoTime();
            kubectl("drain", "kwok-node", "--pod-selector=app=drained", "--timeout=30s");
            long took = millisSince(began);
            kubectl("uncordon", "kwok-node");
            await("the refusal is an event", () -> events().contains(FAILED.formatted("pods")));
            return "drained in %d ms".formatted(took);
        });
        long began = System.nanoTime();
        await("the pods are there again", () -> running("drained") == 2);
        kubectl("delete", "deployment", "drained", "-n", WebhookGround.GOVERNED);
        return "%s; pods are there again %d ms after admission works".formatted(drained, millisSince(began));
    }

    /** Namespaces that nobody governs notice nothing. */
    String othersAreNotConcerned() {
        return whileNobodyAnswers(() -> {
            long began = System.nanoTime();
            kubectl("create", "namespace", "other");
            deploy("other", "web");
            kubectl("create", "configmap", "settings", "-n", "other", "--from-literal=a=b");
            kubectl("create", "secret", "generic", "settings", "-n", "other", "--from-literal=a=b");
            kubectl("delete", "namespace", "other", "--timeout=60s");
            return "a namespace with a Deployment, ConfigMap and Secret came and went in %d ms"
                    .formatted(millisSince(began));
        });
    }

    /** What goes may go: pods of a deleted controller, collected by Kubernetes, and a governed namespace with all that is in it. */
    String deletionGoesOn() {
        deploy(WebhookGround.GOVERNED, "collected");
        ground.apply(Manifests.governedNamespace("leaving"));
        deploy("leaving", "web");
        kubectl("create", "secret", "generic", "managed", "-n", "leaving");
        kubectl("label", "secret", "managed", "-n", "leaving", "app.kubernetes.io/managed-by=openrouter-operator");
        return whileNobodyAnswers(() -> {
            long began = System.nanoTime();
            kubectl("delete", "deployment", "collected", "-n", WebhookGround.GOVERNED, "--cascade=background");
            await("the pods are collected", () -> running("collected") == 0);
            long collected = millisSince(began);
            kubectl("delete", "namespace", "leaving", "--timeout=60s");
            return "two pods collected after %d ms, a namespace gone after %d ms"
                    .formatted(collected, millisSince(began));
        });
    }

    /** The API server comes back and finds the webhook at once; the operator needs no help. */
    String apiServerRestarts() {
        ControlPlane controlPlane = ground.controlPlane();
        controlPlane.killApiServer();
        controlPlane.startApiServer();
        long judged = ground.probe().awaitJudged();
        deploy(WebhookGround.GOVERNED, "after-restart");
        kubectl("delete", "deployment", "after-restart", "-n", WebhookGround.GOVERNED);
        return "admission works %d ms after the API server is ready".formatted(judged);
    }

    /** In governed namespaces what cannot be judged is refused, at once and with the reason. */
    String governedIsClosed() {
        return whileNobodyAnswers(() -> {
            long began = System.nanoTime();
            refused("pods", "run", "pod", "--image=example.org/main");
            refused("workloads", "create", "deployment", "web", "--image=example.org/main");
            refused("configmaps", "create", "configmap", "settings");
            refused("secrets", "create", "secret", "generic", "settings");
            return "four refusals in %d ms".formatted(millisSince(began));
        });
    }

    private String whileNobodyAnswers(Callable<String> story) {
        ground.replicas().killAll();
        try {
            assertThat(ground.probe().isJudged()).as("somebody answers").isFalse();
            String figures = story.call();
            ground.replicas().fillUp();
            return "%s; admission works %d ms after both replicas are ready"
                    .formatted(figures, ground.probe().awaitJudged());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            ground.replicas().fillUp();
        }
    }

    private void deploy(String namespace, String name) {
        ground.apply(Manifests.deployment(namespace, name));
        kubectl("rollout", "status", "deployment/" + name, "-n", namespace, "--timeout=60s");
    }

    private void refused(String webhook, String... arguments) {
        CommandResult result =
                ground.kubectl(Stream.concat(Stream.of("-n", WebhookGround.GOVERNED), Stream.of(arguments))
                        .toArray(String[]::new));
        assertThat(result.stderr()).contains(FAILED.formatted(webhook));
    }

    private long running(String app) {
        return kubectl("get", "pods", "-n", WebhookGround.GOVERNED, "-l", "app=" + app, RUNNING, "-o", "name")
                .lines()
                .count();
    }

    private String events() {
        return kubectl("get", "events", "-n", WebhookGround.GOVERNED, "-o", "jsonpath={.items[*].message}");
    }

    private String kubectl(String... arguments) {
        return ground.kubectl(arguments).orThrow();
    }

    private static void await(String what, BooleanSupplier condition) {
        assertThat(Waiting.until(PATIENCE, condition)).as(what).isTrue();
    }

    private static long millisSince(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
