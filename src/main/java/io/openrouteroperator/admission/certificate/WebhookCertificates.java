package io.openrouteroperator.admission.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shared Secret holds.
 *
 * @param authority signs serving certificates
 * @param nextAuthority trusted already, signs from the next step on; null outside of a rotation
 * @param retired authorities that signed before; trusted until they expire, for replicas that still serve their certificates
 * @param serving what the webhook presents
 */
public record WebhookCertificates(
        CertifiedKey authority,
        @Nullable CertifiedKey nextAuthority,
        List<X509Certificate> retired,
        CertifiedKey serving) {
    public WebhookCertificates {
        retired = List.copyOf(retired);
    }

    /** Every authority that the API server must trust now. */
    public List<X509Certificate> trusted() {
        List<X509Certificate> trusted = new ArrayList<>();
        trusted.add(authority.certificate());
        if (nextAuthority != null) {
            trusted.add(nextAuthority.certificate());
        }
        trusted.addAll(retired);
        return trusted;
    }
}
