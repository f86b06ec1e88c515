package io.openrouteroperator.audit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets into a real store, and what is said to those who do not. */
class StoreAccessAcceptance {
    @TempDir
    private Path work;

    private AuditStore store;
    private ShippedLog log;

    @BeforeEach
    void serve() throws Exception {
        store = new AuditStore(work.resolve("store"));
        log = new ShippedLog(work, store::destination);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void whatIsConfiguredWronglyIsNamed() {
        assertThat(store.obstacle("nowhere", ObjectServer.REGION))
                .contains("there is no bucket nowhere")
                .contains("auditLog.s3.bucket");
        assertThat(store.obstacle(AuditStore.BUCKET, "us-west-2")).contains("auditLog.s3.region");
        AuditStore.signIn("another");
        assertThat(store.obstacle(AuditStore.BUCKET, ObjectServer.REGION))
                .contains("auditLog.s3.credentialsSecret")
                .doesNotContain("another");
        AuditStore.signIn(ObjectServer.SECRET_KEY);
        store.server().kill();
        assertThat(store.obstacle(AuditStore.BUCKET, ObjectServer.REGION))
                .contains(store.server().endpoint() + " cannot be reached")
                .contains("auditLog.s3.endpoint");
    }

    @Test
    void theServiceAccountsIdentityIsEnough() throws IOException {
        Path token = Files.writeString(work.resolve("token"), "of-the-service-account");
        AuditStore.signOut();
        try (TokenService tokens = new TokenService("of-the-service-account")) {
            System.setProperty("aws.roleArn", "arn:aws:iam::123456789012:role/auditor");
            System.setProperty("aws.webIdentityTokenFile", token.toString());
            System.setProperty("aws.endpointUrlSts", tokens.address());
            System.setProperty("aws.region", ObjectServer.REGION);

            log.write(log.writer().events(3).checkpoint());
            log.ship();

            assertThat(store.downloaded()).isEqualTo(log.written());
        } finally {
            List.of("aws.roleArn", "aws.webIdentityTokenFile", "aws.endpointUrlSts", "aws.region")
                    .forEach(System::clearProperty);
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNamed() {
        assertThat(store.obstacleOfStrangers()).contains("is not trusted").contains("openRouter.caBundle");
    }
}
