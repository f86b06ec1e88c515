package io.openrouteroperator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.admission.caller.Stranger;
import io.openrouteroperator.core.admission.EnforcementMode;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Prometheus learns about reviews. */
class AdmissionMetersTest {
    private static final String LITERAL =
            SampleCluster.pod("env: [{name: A, value: %s}]".formatted(SampleCluster.STRAY));

    private final WebhookServer webhook = SampleCluster.start();

    @AfterEach
    void stop() {
        webhook.close();
    }

    @Test
    void countsReviewsByKindOperationAndDecision() throws Exception {
        webhook.review(Reviews.create(SampleCluster.HARMLESS));
        webhook.review(Reviews.create(LITERAL));
        webhook.review(Reviews.create(LITERAL));
        assertThat(requests("Pod", "create", "allow")).isEqualTo(1);
        assertThat(requests("Pod", "create", "deny")).isEqualTo(2);
        assertThat(webhook.meters.get(AdmissionMeters.DURATION).timer().count()).isEqualTo(3);
    }

    @Test
    void countsViolationsThatThePolicyOnlyRecords() throws Exception {
        webhook.policy(EnforcementMode.AUDIT);
        webhook.review(Reviews.create(LITERAL));
        assertThat(requests("Pod", "create", "allow")).isEqualTo(1);
        assertThat(webhook.meters
                        .get(AdmissionMeters.VIOLATIONS)
                        .tag("rule", "literal-key")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void kindsThatNobodyKnowsShareOneSeries() throws Exception {
        for (int i = 0; i < 20; i++) {
            webhook.review(Reviews.create("kind: Strange%d\nmetadata: {name: x, namespace: payments}".formatted(i)));
        }
        assertThat(requests("other", "create", "allow")).isEqualTo(20);
        assertThat(webhook.meters.find(AdmissionMeters.REQUESTS).counters()).hasSize(1);
    }

    @Test
    void countsRequestsThatGetAnError() throws Exception {
        assertThat(webhook.post("{}").statusCode()).isEqualTo(400);
        assertThat(webhook.meters.get(AdmissionMeters.UNANSWERED).counter().count())
                .isEqualTo(1);
        assertThat(webhook.meters.get(AdmissionMeters.DURATION).timer().count()).isZero();
    }

    @Test
    void countsStrangersWhoGetNothingElse() throws Exception {
        webhook.answerOnly(_ -> Optional.of(Stranger.OTHER_NAME));
        HttpResponse<String> answer = webhook.post(Reviews.create(LITERAL));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("error", "webhook.clientCertificate.allowedNames");
        assertThat(webhook.meters
                        .get(AdmissionMeters.STRANGERS)
                        .tag("reason", "other-name")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(webhook.meters.find(AdmissionMeters.REQUESTS).counters()).isEmpty();
        assertThat(webhook.recorded).isEmpty();
        assertThat(webhook.lookups).hasValue(0);
    }

    private double requests(String kind, String operation, String decision) {
        return webhook.meters
                .get(AdmissionMeters.REQUESTS)
                .tags("kind", kind, "operation", operation, "decision", decision)
                .counter()
                .count();
    }
}
