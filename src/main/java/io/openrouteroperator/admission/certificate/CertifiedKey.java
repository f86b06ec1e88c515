package io.openrouteroperator.admission.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** A certificate and its private key; it prints the certificate's subject and end only. */
public record CertifiedKey(X509Certificate certificate, PrivateKey privateKey) {
    /** How much of the lifetime lies ahead, from 1 when fresh to 0 or less when expired. */
    double remaining(Instant now) {
        Instant start = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        return (double) Duration.between(now, end).toMillis()
                / Duration.between(start, end).toMillis();
    }

    @Override
    public String toString() {
        return certificate.getSubjectX500Principal() + " until "
                + certificate.getNotAfter().toInstant();
    }
}
