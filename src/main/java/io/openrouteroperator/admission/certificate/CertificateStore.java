package io.openrouteroperator.admission.certificate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: the Secret that all replicas share. It blocks. */
public interface CertificateStore {
    /** Certificates and the version of the Secret they were read from; null where the Secret exists without usable content. */
    record Stored(@Nullable WebhookCertificates certificates, String resourceVersion) {}

    /** What is stored now; nothing when there is no Secret. */
    Optional<Stored> load();

    /** Creates the Secret; false when somebody was faster. */
    boolean create(WebhookCertificates certificates);

    /** Replaces the content if the Secret still has this version; false when somebody was faster. */
    boolean replace(WebhookCertificates certificates, String resourceVersion);
}
