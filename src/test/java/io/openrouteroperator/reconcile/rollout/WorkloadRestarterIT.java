package io.openrouteroperator.reconcile.rollout;

import static io.openrouteroperator.reconcile.rollout.Manifests.ENV_FROM;
import static io.openrouteroperator.reconcile.rollout.Manifests.deployment;
import static io.openrouteroperator.reconcile.rollout.Manifests.workload;
import static io.openrouteroperator.reconcile.rollout.Neighbourhood.CURRENT;
import static io.openrouteroperator.reconcile.rollout.Neighbourhood.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneExtension;
import io.openrouteroperator.controlplane.audit.AuditEntries;
import io.openrouteroperator.controlplane.audit.AuditLog;
import io.openrouteroperator.core.rollout.RolloutAnnotation;
import io.openrouteroperator.core.rollout.RolloutStep;
import io.openrouteroperator.core.rollout.WorkloadRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who reads a key at start is restarted once, by its own controller, and by nothing but a mark on its template. */
@ExtendWith(ControlPlaneExtension.class)
class WorkloadRestarterIT {
    private static final String MARK = RolloutAnnotation.name(SECRET);

    private final ControlPlane controlPlane;

    WorkloadRestarterIT(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    @Test
    void eachKindIsRestartedOnceAndEveryPodIsReplaced() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "once")) {
            here.apply(deployment("web", 2));
            here.apply(workload("apps/v1", "StatefulSet", "db", "replicas: 2", ENV_FROM, ""));
            here.apply(workload("apps/v1", "DaemonSet", "agent", "updateStrategy: {}", ENV_FROM, ""));
            here.apply(workload(
                    "apps/v1",
                    "Deployment",
                    "files",
                    "replicas: 1",
                    "volumeMounts: [{name: v, mountPath: /v}]",
                    "volumes: [{name: v, secret: {secretName: ai}}]"));
            here.awaitRunning(6);
            Instant published = Neighbourhood.afterAllThatRuns();

            List<String> restarted = here.rollOut(published);
            here.awaitDone(published);
            AuditLog.Mark mark = controlPlane.auditLog().mark();
            List<String> again = here.rollOut(published);

            assertThat(restarted).containsExactly("agent", "web", "db");
            assertThat(again).isEmpty();
            assertThat(ofOperator(mark).writes().count()).isZero();
            assertThat(here.pod("files").hash())
                    .as("a mounted file is brought up to date")
                    .isNull();
            assertThat(here.pod("web").hash()).isEqualTo(CURRENT.fingerprint());
        }
    }

    @Test
    void writesNothingButTheMark() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "mark")) {
            here.apply(deployment("web", 1)
                    .replace(
                            "example.org/note: kept",
                            "example.org/note: kept, kubectl.kubernetes.io/restartedAt: \"2026-01-01T00:00:00Z\""));
            here.awaitRunning(1);
            Deployment before = here.deployment("web");
            Instant published = Neighbourhood.afterAllThatRuns();
            controlPlane
                    .kubectl("scale", "deployment/web", "--replicas=3", "--namespace=" + here.name())
                    .orThrow();
            AuditLog.Mark mark = controlPlane.auditLog().mark();

            here.rollOut(published);

            Deployment after = here.deployment("web");
            assertThat(ofOperator(mark).writes().count()).isEqualTo(1);
            assertThat(after.getSpec().getReplicas())
                    .as("somebody scaled it meanwhile")
                    .isEqualTo(3);
            assertThat(template(after).getAnnotations())
                    .isEqualTo(Map.of(
                            "example.org/note",
                            "kept",
                            "kubectl.kubernetes.io/restartedAt",
                            "2026-01-01T00:00:00Z",
                            MARK,
                            CURRENT.fingerprint()));
            assertThat(after.getSpec().getTemplate().getSpec())
                    .isEqualTo(before.getSpec().getTemplate().getSpec());
            assertThat(after.getMetadata().getManagedFields())
                    .filteredOn(entry -> entry.getManager().equals(WorkloadRestarter.FIELD_MANAGER))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getFieldsV1()
                                    .getAdditionalProperties()
                                    .toString())
                            .isEqualTo("{f:spec={f:template={f:metadata={f:annotations={f:%s={}}}}}}".formatted(MARK)));
        }
    }

    @Test
    void workloadMadeAnewIsLookedAtAgainInsteadOfRestarted() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "anew")) {
            here.apply(deployment("web", 0));
            WorkloadRef seen = here.workload("web").ref();
            WorkloadRef earlier = new WorkloadRef(
                    seen.apiVersion(), seen.kind(), seen.namespace(), "web", "6f8a3a0c-8d9e-4c3b-9d40-5a8f0b1f2a11");
            WorkloadRef gone = new WorkloadRef(seen.apiVersion(), seen.kind(), seen.namespace(), "gone", seen.uid());
            WorkloadRestarter restarter = new WorkloadRestarter(here.operator(), here.refusals());

            assertThat(restarter.restart(earlier, SECRET, CURRENT)).isFalse();
            assertThat(restarter.restart(gone, SECRET, CURRENT)).isFalse();
            assertThat(template(here.deployment("web")).getAnnotations()).doesNotContainKey(MARK);
            assertThat(restarter.restart(seen, SECRET, CURRENT)).isTrue();
        }
    }

    @Test
    void whatIsHeldIsNotTouchedAndSaid() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "held")) {
            here.apply(deployment("web", 1));
            here.apply(workload("apps/v1", "StatefulSet", "db", "updateStrategy: {type: OnDelete}", ENV_FROM, ""));
            here.apply(deployment("own", 1)
                    .replace("{name: own}", "{name: own, annotations: {openrouter-operator.io/rollout: None}}"));
            here.awaitRunning(3);
            controlPlane
                    .kubectl("rollout", "pause", "deployment/web", "--namespace=" + here.name())
                    .orThrow();
            Instant published = Neighbourhood.afterAllThatRuns();

            assertThat(here.rollOut(published)).isEmpty();
            RolloutStep.Waiting waiting = here.waiting(published);

            assertThat(waiting.onSomebody()).isTrue();
            assertThat(waiting.pods()).hasSize(3);
            assertThat(waiting.words())
                    .contains("of Deployment web still holds an earlier key: it is paused")
                    .contains("of StatefulSet db still holds an earlier key: it replaces pods only when")
                    .contains("of Deployment own still holds an earlier key: it opted out");

            controlPlane
                    .kubectl("rollout", "resume", "deployment/web", "--namespace=" + here.name())
                    .orThrow();
            here.client().pods().inNamespace(here.name()).withName("db-0").delete();

            assertThat(here.rollOut(published)).containsExactly("web");
        }
    }

    @Test
    void podsAboveAPartitionAreReplacedAndTheOthersWaitedFor() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "partition")) {
            String split = "replicas: 3\nupdateStrategy: {rollingUpdate: {partition: 2}}";
            here.apply(workload("apps/v1", "StatefulSet", "db", split, ENV_FROM, ""));
            here.awaitRunning(3);
            Instant published = Neighbourhood.afterAllThatRuns();

            assertThat(here.rollOut(published)).containsExactly("db");
            Neighbourhood.await(
                    "only what is below the partition is left",
                    () -> here.next(published) instanceof RolloutStep.Waiting(var _, var pods, var onSomebody)
                            && onSomebody
                            && pods.equals(List.of("db-0", "db-1")));
            assertThat(here.waiting(published).words())
                    .isEqualTo("2 pods of StatefulSet db still hold an earlier key: pods below its partition keep their"
                            + " revision");
        }
    }

    @Test
    void rolloutThatFailsIsLeftAloneAndSaid() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "fails")) {
            here.apply("""
                    apiVersion: v1
                    kind: ResourceQuota
                    metadata: {name: full}
                    spec: {hard: {pods: "1"}}
                    """);
            here.apply(workload("apps/v1", "Deployment", "web", "progressDeadlineSeconds: 2", ENV_FROM, ""));
            here.awaitRunning(1);
            Instant published = Neighbourhood.afterAllThatRuns();

            assertThat(here.rollOut(published)).containsExactly("web");

            Neighbourhood.await(
                    "the rollout fails", () -> here.waiting(published).onSomebody());
            assertThat(here.waiting(published).words()).endsWith("its rollout failed");
            assertThat(here.rollOut(published)).isEmpty();
        }
    }

    @Test
    void restartThatTheClusterRefusesIsSaidAndNotRepeated() {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "refused");
                KubernetesClient nobody = here.clientWithoutRights()) {
            here.apply(deployment("web", 1));
            here.awaitRunning(1);
            Instant published = Neighbourhood.afterAllThatRuns();
            WorkloadRef web = here.workload("web").ref();

            assertThat(new WorkloadRestarter(nobody, here.refusals()).restart(web, SECRET, CURRENT))
                    .isFalse();

            assertThat(here.rollOut(published)).isEmpty();
            assertThat(here.waiting(published).onSomebody()).isTrue();
            assertThat(here.waiting(published).words()).contains("the cluster refused its restart");
        }
    }

    private AuditEntries ofOperator(AuditLog.Mark mark) {
        return controlPlane.auditLog().since(mark).byServiceAccount(Neighbourhood.RELEASE, Neighbourhood.ACCOUNT);
    }

    private static ObjectMeta template(Deployment deployment) {
        return deployment.getSpec().getTemplate().getMetadata();
    }
}
