package io.openrouteroperator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.admission.EnforcementMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What follows from an answer, beside it. */
class AnswerFollowUpTest {
    private static final String OWNED = """
            kind: Pod
            metadata:
              name: web-abc
              namespace: payments
              ownerReferences:
              - {apiVersion: example.org/v1, kind: Group, name: web, uid: u-0, controller: false}
              - {apiVersion: apps/v1, kind: ReplicaSet, name: web-1, uid: u-1, controller: true}
            spec: {containers: [{name: app, image: x, env: [{name: A, value: %s}]}]}
            """;

    private final WebhookServer webhook = SampleCluster.start();

    @AfterEach
    void stop() {
        webhook.close();
    }

    @Test
    void aManagedKeyInAPodIsToldWithItsPlace() throws Exception {
        webhook.review(
                Reviews.create(SampleCluster.pod("env: [{name: A, value: %s}]".formatted(SampleCluster.MANAGED))));
        assertThat(webhook.exposures)
                .containsExactly("payments/checkout at Pod payments/checkout-abc spec.containers[0].env[0].value");
    }

    @Test
    void aManagedKeyInAForeignSecretIsToldToo() throws Exception {
        webhook.review(Reviews.create(SampleCluster.secret("copy", SampleCluster.MANAGED)));
        assertThat(webhook.exposures).containsExactly("payments/checkout at Secret payments/copy data[key]");
    }

    @Test
    void aPolicyThatOnlyRecordsHearsOfLeaksAsWell() throws Exception {
        webhook.policy(EnforcementMode.AUDIT);
        webhook.review(Reviews.create(SampleCluster.secret("copy", SampleCluster.MANAGED)));
        assertThat(webhook.exposures).hasSize(1);
    }

    @Test
    void aKeyThatNobodyOwnsIsToldAsSuch() throws Exception {
        webhook.review(Reviews.create(OWNED.formatted(SampleCluster.STRAY)));
        assertThat(webhook.exposures).containsExactly("nobody at Pod payments/web-abc spec.containers[0].env[0].value");
    }

    @Test
    void whoControlsARefusedPodHears() throws Exception {
        webhook.review(Reviews.create(OWNED.formatted(SampleCluster.STRAY)));
        assertThat(webhook.refusals).containsExactly("payments ReplicaSet/web-1");
    }

    @Test
    void whoControlsAPodThatIsWarnedAboutDoesNot() throws Exception {
        webhook.policy(EnforcementMode.WARN);
        webhook.review(Reviews.create(OWNED.formatted(SampleCluster.STRAY)));
        assertThat(webhook.refusals).isEmpty();
    }

    @Test
    void nothingFollowsFromADryRun() throws Exception {
        assertThat(webhook.review(Reviews.dryRun(OWNED.formatted(SampleCluster.MANAGED)))
                        .path("allowed")
                        .asBoolean())
                .isFalse();
        assertThat(webhook.exposures).isEmpty();
        assertThat(webhook.refusals).isEmpty();
    }
}
