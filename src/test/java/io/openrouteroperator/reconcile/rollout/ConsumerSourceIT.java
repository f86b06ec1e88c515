package io.openrouteroperator.reconcile.rollout;

import static io.openrouteroperator.reconcile.rollout.Manifests.ENV_FROM;
import static io.openrouteroperator.reconcile.rollout.Manifests.deployment;
import static io.openrouteroperator.reconcile.rollout.Manifests.pod;
import static io.openrouteroperator.reconcile.rollout.Manifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneExtension;
import io.openrouteroperator.controlplane.audit.AuditEntries;
import io.openrouteroperator.controlplane.audit.AuditLog;
import io.openrouteroperator.core.rollout.ConsumerPod;
import io.openrouteroperator.core.rollout.Consumers;
import io.openrouteroperator.core.rollout.Hold;
import io.openrouteroperator.core.rollout.Workload;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who reads a key is found by what it references, whoever made it. */
@ExtendWith(ControlPlaneExtension.class)
class ConsumerSourceIT {
    private final ControlPlane controlPlane;

    ConsumerSourceIT(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    @Test
    void eachWayOfReadingIsTold() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "ways")) {
            reader(here, "env", "env: [{name: A, valueFrom: {secretKeyRef: {name: ai, key: ALIAS}}}]", "");
            reader(here, "env-from", ENV_FROM, "");
            reader(here, "sub-path", mount(", subPath: KEY"), "volumes: [{name: v, secret: {secretName: ai}}]");
            reader(here, "volume", mount(""), "volumes: [{name: v, secret: {secretName: ai}}]");
            reader(here, "projected", mount(""), "volumes: [{name: v, projected: {sources: [{secret: {name: ai}}]}}]");
            reader(here, "init", "", """
                    volumes: [{name: v, secret: {secretName: ai}}]
                    initContainers:
                      - {name: prepare, image: registry.invalid/p, volumeMounts: [{name: v, mountPath: /v}]}
                    """);
            reader(here, "sidecar", "", """
                    initContainers:
                      - {name: proxy, image: registry.invalid/p, restartPolicy: Always, envFrom: [{secretRef: {name: ai}}]}
                    """);
            reader(here, "no-key", "env: [{name: A, valueFrom: {secretKeyRef: {name: ai, key: URL}}}]", "");
            reader(here, "no-file", mount(""), """
                    volumes: [{name: v, secret: {secretName: ai, items: [{key: URL, path: url}]}}]""");
            reader(here, "other-secret", "envFrom: [{secretRef: {name: other}}]", "");
            here.awaitRunning(10);

            Consumers found = here.find();

            Map<String, Boolean> expected = Map.of(
                    "env", true,
                    "env-from", true,
                    "sub-path", true,
                    "volume", false,
                    "projected", false,
                    "init", true,
                    "sidecar", true);
            assertThat(found.workloads().stream()
                            .collect(Collectors.toMap(workload -> workload.ref().name(), Workload::readsAtStart)))
                    .isEqualTo(expected);
            assertThat(found.pods().stream()
                            .collect(Collectors.toMap(ConsumerSourceIT::ownerName, ConsumerPod::readsAtStart)))
                    .isEqualTo(expected);
            assertThat(found.pods()).allSatisfy(pod -> {
                assertThat(pod.readSince() != null).isEqualTo(pod.readsAtStart());
                assertThat(pod.trouble()).isNull();
            });
        }
    }

    @Test
    void whatHoldsAWorkloadIsTold() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "holds")) {
            here.apply(workload("apps/v1", "Deployment", "paused", "paused: true", ENV_FROM, ""));
            here.apply(workload("apps/v1", "StatefulSet", "by-hand", "updateStrategy: {type: OnDelete}", ENV_FROM, ""));
            here.apply(workload("apps/v1", "DaemonSet", "node", "updateStrategy: {type: OnDelete}", ENV_FROM, ""));
            here.apply(workload(
                    "apps/v1",
                    "StatefulSet",
                    "split",
                    "updateStrategy: {rollingUpdate: {partition: 2}}",
                    ENV_FROM,
                    ""));
            here.apply(deployment("own", 1)
                    .replace("{name: own}", "{name: own, annotations: {openrouter-operator.io/rollout: None}}"));
            here.apply(
                    deployment("chart", 0).replace("example.org/note: kept", "openrouter-operator.io/rollout: None"));

            assertThat(here.workload("paused").hold()).isEqualTo(Hold.PAUSED);
            assertThat(here.workload("by-hand").hold()).isEqualTo(Hold.ON_DELETE);
            assertThat(here.workload("node").hold()).isEqualTo(Hold.ON_DELETE);
            assertThat(here.workload("split").hold()).isEqualTo(Hold.PARTITIONED);
            assertThat(here.workload("split").partition()).isEqualTo(2);
            assertThat(here.workload("own").hold()).isEqualTo(Hold.OPTED_OUT);
            assertThat(here.workload("chart").hold()).isEqualTo(Hold.OPTED_OUT);
        }
    }

    @Test
    void looksWithFewReadsAndNeverAsksAgainForAKindThatIsNotThere() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "quiet")) {
            here.apply(deployment("web", 3));
            here.awaitRunning(3);
            here.find();
            AuditLog.Mark mark = controlPlane.auditLog().mark();

            here.find();

            AuditEntries asked =
                    controlPlane.auditLog().since(mark).byServiceAccount(Neighbourhood.RELEASE, Neighbourhood.ACCOUNT);
            assertThat(asked.on("rollouts").count()).as(asked.toString()).isZero();
            assertThat(asked.verb("list").count()).as(asked.toString()).isEqualTo(4);
            assertThat(asked.on("replicasets").count()).as(asked.toString()).isEqualTo(1);
            assertThat(asked.count()).as(asked.toString()).isEqualTo(5);
        }
    }

    @Test
    void missingRightsHideConsumersAndStopNothingElse() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "hidden");
                KubernetesClient nobody = here.clientWithoutRights()) {
            ConsumerSource source = new ConsumerSource(nobody, here.refusals(), Clock.systemUTC());

            assertThat(source.find(here.name(), Neighbourhood.SECRET, Neighbourhood.ENTRIES)
                            .hidden())
                    .isTrue();
        }
    }

    private static void reader(Neighbourhood here, String name, String container, String pod) {
        here.apply(workload("apps/v1", "Deployment", name, "replicas: 1", container, pod));
    }

    private static String mount(String more) {
        return "volumeMounts: [{name: v, mountPath: /v%s}]".formatted(more);
    }

    private static String ownerName(ConsumerPod pod) {
        return pod.controller() == null ? "" : pod.controller().name();
    }
}
