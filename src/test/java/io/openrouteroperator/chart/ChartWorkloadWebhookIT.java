package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.ControlPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which objects that make pods the API server sends to the webhook. */
class ChartWorkloadWebhookIT extends UnansweredWebhook {
    ChartWorkloadWebhookIT(ControlPlane controlPlane) {
        super(controlPlane);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deployment.apps",
                "statefulset.apps",
                "daemonset.apps",
                "replicaset.apps",
                "replicationcontroller",
                "podtemplate",
                "job.batch",
                "cronjob.batch"
            })
    void isSentEveryKindThatRunsPods(String kind) {
        govern(namespace());

        assertThat(kubectl("create", "-f", manifest("workload-" + kind.split("\\.", -1)[0])))
                .satisfies(result -> isSent(result, "workloads"));
        assertThat(kubectl("create", "-f", manifest("workload-" + kind.split("\\.", -1)[0]), "--as=" + OPERATOR))
                .satisfies(result -> assertThat(result.stderr()).doesNotContain("failed calling webhook"));
    }

    @Test
    void isNotSentWorkloadsThatOnlyScaleOrLoseFinalizers() {
        kubectl("create", "-f", manifest("workload-replicaset")).orThrow();
        govern(namespace());

        assertThat(kubectl("label", "replicaset", "workload", "a=b")).satisfies(this::isPassed);
        assertThat(kubectl("scale", "replicaset", "workload", "--replicas=0")).satisfies(this::isPassed);
        assertThat(kubectl(
                        "patch",
                        "replicaset",
                        "workload",
                        "--type=merge",
                        "-p",
                        "{\"spec\":{\"replicas\":2}}",
                        "--as=system:serviceaccount:kube-system:deployment-controller",
                        "--as-group=system:masters"))
                .satisfies(this::isPassed);
        assertThat(kubectl("set", "image", "replicaset/workload", "main=example.org/other"))
                .satisfies(result -> isSent(result, "workloads"));
        assertThat(kubectl("delete", "replicaset", "workload")).satisfies(this::isPassed);
    }
}
