package io.openrouteroperator.reconcile.rollout;

import static io.openrouteroperator.reconcile.rollout.Manifests.ENV_FROM;
import static io.openrouteroperator.reconcile.rollout.Manifests.deployment;
import static io.openrouteroperator.reconcile.rollout.Manifests.pod;
import static io.openrouteroperator.reconcile.rollout.Manifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneExtension;
import io.openrouteroperator.core.rollout.ConsumerPod;
import io.openrouteroperator.core.rollout.ConsumerPod.Ownership;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who made the pods that read a key, and so who can be restarted. */
@ExtendWith(ControlPlaneExtension.class)
class ConsumerOwnerIT {
    private final ControlPlane controlPlane;

    ConsumerOwnerIT(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    @Test
    void eachOwnerIsFoundFromItsPods() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "owners")) {
            here.apply(deployment("web", 1));
            here.apply(workload("apps/v1", "StatefulSet", "db", "serviceName: db", ENV_FROM, ""));
            here.apply(workload("apps/v1", "DaemonSet", "agent", "updateStrategy: {}", ENV_FROM, ""));
            here.apply(workload("apps/v1", "ReplicaSet", "lone", "replicas: 1", ENV_FROM, ""));
            here.apply(pod("{name: bare}"));
            here.apply(pod(ownedBy(here, "engine", "name: made")));
            here.awaitRunning(6);

            assertThat(owner(here, "web")).isEqualTo("WORKLOAD Deployment web");
            assertThat(owner(here, "db")).isEqualTo("WORKLOAD StatefulSet db");
            assertThat(owner(here, "agent")).isEqualTo("WORKLOAD DaemonSet agent");
            assertThat(owner(here, "lone")).isEqualTo("UNKNOWN ReplicaSet lone");
            assertThat(owner(here, "bare")).isEqualTo("BARE");
            assertThat(owner(here, "made")).isEqualTo("UNKNOWN ConfigMap engine");
        }
    }

    @Test
    void workloadOfAnotherControllerIsLeftToItUnlessSomebodySaysOtherwise() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "foreign")) {
            String owned = ownedBy(here, "engine", "name: web");
            here.apply(deployment("web", 1).replace("{name: web}", owned));
            here.awaitRunning(1);

            assertThat(owner(here, "web")).isEqualTo("UNKNOWN ConfigMap engine");
            assertThat(here.find().workloads()).isEmpty();

            here.client()
                    .apps()
                    .deployments()
                    .inNamespace(here.name())
                    .withName("web")
                    .edit(deployment -> {
                        deployment.getMetadata().setAnnotations(Map.of("openrouter-operator.io/rollout", "Restart"));
                        return deployment;
                    });

            assertThat(owner(here, "web")).isEqualTo("WORKLOAD Deployment web");
        }
    }

    @Test
    void jobsAreToldWhileTheyRunAndForgottenAfterwards() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "jobs")) {
            here.apply("""
                    apiVersion: batch/v1
                    kind: Job
                    metadata: {name: nightly}
                    spec:
                      template:
                        spec:
                          restartPolicy: Never
                          nodeSelector: {example.org/no: such-node}
                          containers: [{name: app, image: registry.invalid/app, envFrom: [{secretRef: {name: ai}}]}]
                    """);
            Neighbourhood.await("the Job's pod", () -> !here.find().pods().isEmpty());
            assertThat(here.pod("nightly").readSince())
                    .as("a pod that nobody started")
                    .isNull();

            setPhase(here, "Running", "running: {startedAt: \"2026-01-01T00:00:00Z\"}");
            ConsumerPod running = here.pod("nightly");
            setPhase(here, "Succeeded", "terminated: {exitCode: 0}");

            assertThat(running.ownership()).isEqualTo(Ownership.JOB);
            assertThat(running.readSince()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
            assertThat(here.find().pods()).isEmpty();
        }
    }

    private static String owner(Neighbourhood here, String pod) {
        ConsumerPod found = here.pod(pod);
        return found.ownership()
                + (found.controller() == null ? "" : " " + found.controller().words());
    }

    /** Metadata of something that a controller unknown to us made: a ConfigMap stands for its custom resource. */
    private static String ownedBy(Neighbourhood here, String owner, String metadata) {
        ConfigMap made = here.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(here.name())
                        .withName(owner)
                        .endMetadata()
                        .build())
                .create();
        return "{%s, ownerReferences: [{apiVersion: v1, kind: ConfigMap, name: %s, uid: %s, controller: true}]}"
                .formatted(metadata, owner, made.getMetadata().getUid());
    }

    private void setPhase(Neighbourhood here, String phase, String state) {
        String pod = here.client()
                .pods()
                .inNamespace(here.name())
                .list()
                .getItems()
                .getFirst()
                .getMetadata()
                .getName();
        controlPlane
                .kubectl(
                        "patch",
                        "pod",
                        pod,
                        "--namespace=" + here.name(),
                        "--subresource=status",
                        "--type=merge",
                        "--patch",
                        """
                        status:
                          phase: %s
                          containerStatuses:
                            - {name: app, image: a, imageID: a, ready: true, restartCount: 0, state: {%s}}
                        """.formatted(phase, state))
                .orThrow();
    }
}
