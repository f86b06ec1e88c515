package io.openrouteroperator.audit.objectstore;

import java.util.Set;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what a store's trouble means, and which value of the chart has to change. Never what else the store says: that is not ours. */
final class StoreTrouble {
    private static final Set<String> CREDENTIALS = Set.of(
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "InvalidToken",
            "ExpiredToken",
            "TokenRefreshRequired",
            "InvalidClientTokenId");
    private static final Set<String> REGION = Set.of(
            "AuthorizationHeaderMalformed",
            "PermanentRedirect",
            "TemporaryRedirect",
            "IllegalLocationConstraintException",
            "AuthorizationQueryParametersError");
    private static final Set<String> LOCK = Set.of(
            "ObjectLockConfigurationNotFoundError",
            "InvalidBucketState",
            "NotImplemented",
            "InvalidBucketObjectLockConfiguration",
            "MethodNotAllowed");
    private static final Set<String> RETENTION = Set.of("InvalidRequest", "InvalidArgument", "InvalidRetentionPeriod");

    private final StoreSettings settings;

    StoreTrouble(StoreSettings settings) {
        this.settings = settings;
    }

    String noCredentials() {
        return "there are no credentials: name a Secret in auditLog.s3.credentialsSecret, or give the operator's service account the"
                + " identity of a role that may write to the bucket";
    }

    String noLock() {
        return "bucket %s has no object lock, so whatever is in it could be deleted: make a bucket with object lock and name it in"
                        .formatted(settings.bucket())
                + " auditLog.s3.bucket";
    }

    /**
     * What went wrong.
     *
     * @param right what the call needs to be allowed
     */
    String of(String right, SdkException trouble) {
        if (!(trouble instanceof AwsServiceException answered)) {
            return unanswered(trouble);
        }
        AwsErrorDetails details = answered.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : word(details.errorCode());
        return meaning(right, answered.statusCode(), code) + " (HTTP %d %s)".formatted(answered.statusCode(), code);
    }

    private String unanswered(SdkException trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return place() + " has a certificate that is not trusted: name its authority in openRouter.caBundle";
            }
        }
        return "%s cannot be reached or does not answer (%s): check auditLog.s3.endpoint and networkPolicy.egressPorts"
                .formatted(place(), root(trouble));
    }

    private String meaning(String right, int status, String code) {
        if (LOCK.contains(code)) {
            return noLock();
        }
        if (code.equals("NoSuchBucket")) {
            return "there is no bucket %s at %s: correct auditLog.s3.bucket".formatted(settings.bucket(), place());
        }
        if (CREDENTIALS.contains(code)) {
            return "the credentials are not right: correct those in auditLog.s3.credentialsSecret and restart the operator";
        }
        if (REGION.contains(code)) {
            return "%s is not the region of bucket %s: correct auditLog.s3.region"
                    .formatted(settings.region(), settings.bucket());
        }
        if (RETENTION.contains(code)) {
            return "bucket %s does not take this retention: check auditLog.s3.retention and auditLog.s3.mode"
                    .formatted(settings.bucket());
        }
        if (code.equals("RequestTimeTooSkewed")) {
            return "the clock of this node is not that of " + place();
        }
        return switch (status) {
            case 401, 403 ->
                "the credentials may not write to bucket %s: allow them %s".formatted(settings.bucket(), right);
            case 301, 307, 308 ->
                "%s is somewhere else: correct auditLog.s3.endpoint and auditLog.s3.region".formatted(place());
            case 404 ->
                "%s does not know bucket %s: correct auditLog.s3.bucket, auditLog.s3.endpoint or auditLog.s3.pathStyle"
                        .formatted(place(), settings.bucket());
            default -> place() + " refuses";
        };
    }

    private String place() {
        return settings.endpoint() == null ? "Amazon S3 in " + settings.region() : String.valueOf(settings.endpoint());
    }

    private static String root(Throwable trouble) {
        Throwable last = trouble;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getClass().getSimpleName();
    }

    /** Codes are words; whatever is none is not repeated. */
    private static String word(String code) {
        return code.matches("[A-Za-z0-9.]{1,64}") ? code : "";
    }
}
