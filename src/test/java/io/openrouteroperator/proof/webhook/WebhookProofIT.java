package io.openrouteroperator.proof.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The short form of {@code make prove-webhook}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookProofIT {
    private WebhookGround ground;

    @BeforeAll
    void start() {
        ground = WebhookGround.start();
    }

    @AfterAll
    void stop() {
        ground.close();
    }

    @Test
    void losesNoAdmissionWhenAReplicaIsStopped() {
        assertThat(new ReplicaChanges(ground).stopped()).endsWith("none failed");
    }

    @Test
    void isNotAskedWhatIsNoneOfItsBusiness() {
        assertThat(new IrrelevantRequests(ground).areNotSent()).contains(" 0 calls");
    }

    @Test
    void noticesThatItsConfigurationIsEdited() {
        assertThat(new ConfigurationEdits(ground).areNoticed()).startsWith("noticed by both replicas");
    }
}
