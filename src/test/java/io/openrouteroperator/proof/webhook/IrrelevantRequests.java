package io.openrouteroperator.proof.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.proof.Waiting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** What the API server does not ask the webhook about, by the API server's own count. */
final class IrrelevantRequests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String GOVERNED = WebhookGround.GOVERNED;
    private static final String LABEL = "openrouter-operator.io/governed";
    private static final String OBJECTS = """
            apiVersion: coordination.k8s.io/v1
            kind: Lease
            metadata: {name: irrelevant, namespace: governed}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: irrelevant, namespace: governed}
            spec: {ports: [{port: 80}], selector: {app: counted}}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: irrelevant, namespace: governed}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: irrelevant, namespace: governed}
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: irrelevant, namespace: governed}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: irrelevant, namespace: governed}
            spec: {podSelector: {}}
            ---
            apiVersion: v1
            kind: Event
            metadata: {name: irrelevant, namespace: governed}
            involvedObject: {kind: Pod, name: irrelevant, namespace: governed}
            """;
    private static final String TOKEN = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: token
              namespace: governed
              annotations: {kubernetes.io/service-account.name: default}
            type: kubernetes.io/service-account-token
            """;

    private final WebhookGround ground;
    private final WebhookCalls calls;

    IrrelevantRequests(WebhookGround ground) {
        this.ground = ground;
        this.calls = new WebhookCalls(ground);
    }

    /** Nothing is asked for any of the requests, and exactly once for each object in a Deployment's life. */
    String areNotSent() {
        long deployment = calls.during(() -> deploy(GOVERNED));
        assertThat(deployment).as("a Deployment, a ReplicaSet, two pods").isEqualTo(4);
        long token = calls.during(this::askForATokenInASecret);
        assertThat(token)
                .as("the Secret that somebody makes, not the token in it")
                .isEqualTo(1);
        Map<String, Long> sent = new LinkedHashMap<>();
        inSystemNamespaces().forEach((name, request) -> sent.put(name, calls.during(request)));
        inAGovernedNamespace().forEach((name, request) -> sent.put(name, calls.during(request)));
        assertThat(sent).allSatisfy((name, count) -> assertThat(count).as(name).isZero());
        return "%d kinds of requests, 0 calls; a Deployment with two pods, %d calls".formatted(sent.size(), deployment);
    }

    private Map<String, Runnable> inSystemNamespaces() {
        Map<String, Runnable> requests = new LinkedHashMap<>();
        for (String system : List.of("kube-system", "kube-public", "kube-node-lease", InstalledOperator.NAMESPACE)) {
            requests.put("everything in " + system, () -> {
                kubectl(system, "label", "namespace", system, LABEL + "=true");
                fill(system);
                kubectl(system, "delete", "deployment/counted", "configmap/counted", "secret/counted");
                kubectl(system, "label", "namespace", system, LABEL + "-");
            });
        }
        return requests;
    }

    /** In an order in which each finds what it needs. */
    private Map<String, Runnable> inAGovernedNamespace() {
        Map<String, Runnable> requests = new LinkedHashMap<>();
        requests.put("kinds that hold no container", () -> ground.apply(OBJECTS));
        requests.put("a token for a service account", () -> kubectl(GOVERNED, "create", "token", "default"));
        requests.put("metadata of workloads", () -> kubectl(GOVERNED, "annotate", "deployment/counted", "a=b"));
        requests.put("status", () -> patchStatus("deployment/counted", "{\"status\":{\"observedGeneration\":1}}"));
        requests.put("finalizers", () -> patch("deployment/counted", "{\"metadata\":{\"finalizers\":[\"a.org/b\"]}}"));
        requests.put("scaling down", this::scaleDown);
        requests.put("deletion that a finalizer holds up", () -> {
            kubectl(GOVERNED, "delete", "deployment/counted", "--wait=false");
            patch("deployment/counted", "{\"metadata\":{\"finalizers\":null}}");
        });
        requests.put("life of a namespace", () -> {
            ground.apply(Manifests.governedNamespace("counted"));
            await(
                    "it is furnished",
                    () -> kubectl("counted", "get", "configmaps", "-o", "name").contains("kube-root-ca.crt"));
            kubectl("counted", "delete", "namespace", "counted", "--timeout=60s");
        });
        return requests;
    }

    private void deploy(String namespace) {
        ground.apply(Manifests.deployment(namespace, "counted"));
        kubectl(namespace, "rollout", "status", "deployment/counted", "--timeout=60s");
    }

    private void fill(String namespace) {
        deploy(namespace);
        kubectl(namespace, "create", "configmap", "counted", "--from-literal=a=b");
        kubectl(namespace, "create", "secret", "generic", "counted", "--from-literal=a=b");
    }

    private void askForATokenInASecret() {
        ground.apply(TOKEN);
        await(
                "the token is there",
                () -> !kubectl(GOVERNED, "get", "secret", "token", "-o", "jsonpath={.data.token}")
                        .isBlank());
        kubectl(GOVERNED, "delete", "secret", "token");
    }

    private void scaleDown() {
        kubectl(GOVERNED, "scale", "deployment/counted", "--replicas=0");
        await(
                "no pods are left",
                () -> kubectl(GOVERNED, "get", "pods", "-l", "app=counted", "-o", "name")
                        .isBlank());
    }

    private void patch(String object, String patch) {
        kubectl(GOVERNED, "patch", object, "--type=merge", "-p", patch);
    }

    private void patchStatus(String object, String patch) {
        kubectl(GOVERNED, "patch", object, "--subresource=status", "--type=merge", "-p", patch);
    }

    private String kubectl(String namespace, String... arguments) {
        return ground.kubectl(Stream.concat(Stream.of("-n", namespace), Stream.of(arguments))
                        .toArray(String[]::new))
                .orThrow();
    }

    private static void await(String what, BooleanSupplier condition) {
        assertThat(Waiting.until(PATIENCE, condition)).as(what).isTrue();
    }
}
