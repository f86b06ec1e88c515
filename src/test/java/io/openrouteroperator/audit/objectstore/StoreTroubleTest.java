package io.openrouteroperator.audit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a store's trouble means names the value that has to change, and repeats nothing of what the store says. */
class StoreTroubleTest {
    private static final StoreSettings SETTINGS = new StoreSettings(
            null, "eu-central-1", "audit", "", StoreSettings.Mode.COMPLIANCE, Duration.ofDays(1), false, List.of());

    @ParameterizedTest
    @CsvSource({
        "403, InvalidAccessKeyId, auditLog.s3.credentialsSecret",
        "403, SignatureDoesNotMatch, auditLog.s3.credentialsSecret",
        "400, ExpiredToken, auditLog.s3.credentialsSecret",
        "403, AccessDenied, allow them s3:PutObject",
        "301, PermanentRedirect, auditLog.s3.region",
        "400, AuthorizationHeaderMalformed, auditLog.s3.region",
        "404, NoSuchBucket, auditLog.s3.bucket",
        "404, '', auditLog.s3.pathStyle",
        "400, InvalidRequest, auditLog.s3.retention",
        "403, RequestTimeTooSkewed, the clock of this node",
        "501, NotImplemented, has no object lock",
        "503, SlowDown, Amazon S3 in eu-central-1 refuses (HTTP 503 SlowDown)",
    })
    void namesTheValueToChange(int status, String code, String expected) {
        assertThat(meaning(status, code)).contains(expected).contains("HTTP " + status);
    }

    @Test
    void repeatsNoTextOfTheStore() {
        assertThat(meaning(403, "<b>hello</b> sk-or-v1"))
                .doesNotContain("hello")
                .doesNotContain("sk-or");
    }

    private static String meaning(int status, String code) {
        SdkException trouble = S3Exception.builder()
                .statusCode(status)
                .message("said by the store")
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
        String meaning = new StoreTrouble(SETTINGS).of("s3:PutObject", trouble);
        assertThat(meaning).doesNotContain("said by");
        return meaning;
    }
}
