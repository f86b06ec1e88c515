package io.openrouteroperator.reconcile.rollout;

import static io.openrouteroperator.reconcile.rollout.Manifests.ENV_FROM;
import static io.openrouteroperator.reconcile.rollout.Manifests.workload;
import static io.openrouteroperator.reconcile.rollout.Neighbourhood.CURRENT;
import static io.openrouteroperator.reconcile.rollout.Neighbourhood.ENTRIES;
import static io.openrouteroperator.reconcile.rollout.Neighbourhood.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneExtension;
import io.openrouteroperator.core.rollout.ConsumerPod.Ownership;
import io.openrouteroperator.core.rollout.Hold;
import io.openrouteroperator.core.rollout.RolloutAnnotation;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Argo Rollouts are consumers like others where their kind exists, which may begin at any time. */
@ExtendWith(ControlPlaneExtension.class)
class ArgoRolloutIT {
    private static final Path KIND =
            Path.of("src/test/resources/io/openrouteroperator/reconcile/argo-rollout-crd.yaml");

    private final ControlPlane controlPlane;
    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.now());
    private final Clock clock = ((InstantSource) time::get).withZone(ZoneOffset.UTC);

    ArgoRolloutIT(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    @BeforeEach
    void installKind() {
        controlPlane.kubectl("apply", "--filename=" + KIND.toAbsolutePath()).orThrow();
        controlPlane
                .kubectl("wait", "--for=condition=Established", "crd/rollouts.argoproj.io", "--timeout=30s")
                .orThrow();
    }

    @AfterEach
    void removeKind() {
        controlPlane.kubectl("delete", "crd", "rollouts.argoproj.io").orThrow();
    }

    @Test
    void isRestartedThroughItsTemplate() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "argo")) {
            makeCanary(here);
            Instant published = Neighbourhood.afterAllThatRuns();

            assertThat(here.pod("canary").controller())
                    .isEqualTo(here.workload("canary").ref());
            assertThat(here.rollOut(published)).containsExactly("canary");

            assertThat(canary(here)
                            .get()
                            .<String>get("spec", "template", "metadata", "annotations", RolloutAnnotation.name(SECRET)))
                    .isEqualTo(CURRENT.fingerprint());
            assertThat(here.rollOut(published)).isEmpty();
        }
    }

    @Test
    void isLeftAloneWhileItPausesOrWasAborted() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "argo")) {
            makeCanary(here);
            Instant published = Neighbourhood.afterAllThatRuns();

            setStatus(here, """
                    "pauseConditions": [{"reason": "CanaryPauseStep"}]""");
            assertThat(here.workload("canary").hold()).isEqualTo(Hold.PAUSED);
            assertThat(here.rollOut(published)).isEmpty();
            setStatus(here, """
                    "pauseConditions": null, "abort": true, "phase": "Degraded\"""");
            assertThat(here.workload("canary").hold()).isEqualTo(Hold.ABORTED);
            assertThat(here.rollOut(published)).isEmpty();
            assertThat(here.waiting(published).words()).endsWith("its last rollout was aborted");
        }
    }

    @Test
    void withoutTemplateOfItsOwnItIsReported() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "argo")) {
            makeCanary(here);
            canary(here).edit(rollout -> {
                rollout.getAdditionalProperties().remove("spec");
                return rollout;
            });

            assertThat(here.pod("canary").ownership()).isEqualTo(Ownership.UNKNOWN);
        }
    }

    @Test
    void kindThatComesLaterIsNoticed() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "argo")) {
            removeKind();
            ConsumerSource source = new ConsumerSource(here.operator(), here.refusals(), clock);
            awaitAbsence(here);
            assertThat(source.find(here.name(), SECRET, ENTRIES).workloads()).isEmpty();
            installKind();
            makeCanary(here);
            assertThat(source.find(here.name(), SECRET, ENTRIES).workloads()).isEmpty();

            time.updateAndGet(before -> before.plus(Duration.ofMinutes(11)));

            assertThat(source.find(here.name(), SECRET, ENTRIES).workloads()).hasSize(1);
        }
    }

    /** A Rollout with the ReplicaSet that its controller would make. */
    private static void makeCanary(Neighbourhood here) {
        here.apply(workload("argoproj.io/v1alpha1", "Rollout", "canary", "replicas: 1", ENV_FROM, ""));
        String uid = canary(here).get().getMetadata().getUid();
        String metadata =
                "{name: canary-1, ownerReferences: [{apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: canary, uid: %s, controller: true}]}"
                        .formatted(uid);
        here.apply(workload("apps/v1", "ReplicaSet", "canary", "replicas: 1", ENV_FROM, "")
                .replace("{name: canary}", metadata));
        here.awaitRunning(1);
    }

    private static Resource<GenericKubernetesResource> canary(Neighbourhood here) {
        return here.client()
                .genericKubernetesResources(RollableKind.ARGO_ROLLOUT.context())
                .inNamespace(here.name())
                .withName("canary");
    }

    private void setStatus(Neighbourhood here, String fields) {
        controlPlane
                .kubectl(
                        "patch",
                        "rollouts.argoproj.io/canary",
                        "--namespace=" + here.name(),
                        "--subresource=status",
                        "--type=merge",
                        "--patch={\"status\": {%s}}".formatted(fields))
                .orThrow();
    }

    private static void awaitAbsence(Neighbourhood here) {
        Neighbourhood.await("the kind is gone", () -> {
            try {
                canary(here).get();
                here.client()
                        .genericKubernetesResources(RollableKind.ARGO_ROLLOUT.context())
                        .inNamespace(here.name())
                        .list();
                return false;
            } catch (KubernetesClientException gone) {
                return gone.getCode() == 404;
            }
        });
    }
}
