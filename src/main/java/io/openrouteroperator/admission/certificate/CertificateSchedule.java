package io.openrouteroperator.admission.certificate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has to change in the shared certificates, as a function of what is stored and the time. A new authority is announced some
 * minutes before it signs, so every API server trusts it when the first certificate of it is presented; the old one stays trusted until
 * it expires, for replicas that have not changed over.
 */
public final class CertificateSchedule {
    /** A serving certificate is renewed when a third of its life is left: thirty of ninety days. */
    private static final double RENEW_SERVING = 1.0 / 3;

    /** An authority is replaced when a fifth of its life is left: one of five years. */
    private static final double REPLACE_AUTHORITY = 0.2;

    /**
     * An API server hears of a new authority some time after it was told, each of several at its own time; and a replica that read the
     * Secret before the new authority was in it may announce once more without it.
     */
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private final CertificateIssuer issuer;

    /** @param issuer makes what is missing */
    public CertificateSchedule(CertificateIssuer issuer) {
        this.issuer = issuer;
    }

    /** The first set of certificates. */
    public WebhookCertificates first(Collection<String> hosts, Instant now) {
        CertifiedKey authority = issuer.authority(now);
        return new WebhookCertificates(authority, null, List.of(), issuer.serving(authority, hosts, now));
    }

    /** What to store when the stored certificates are lost, and with them perhaps a secret: an authority that takes over soon. */
    public WebhookCertificates afterLoss(WebhookCertificates lost, Collection<String> hosts, Instant now) {
        return lost.authority().remaining(now) <= 0
                ? first(hosts, now)
                : new WebhookCertificates(
                        lost.authority(), issuer.authority(now), unexpired(lost.retired(), now), lost.serving());
    }

    /** The next step, or nothing while all is well. */
    public Optional<WebhookCertificates> next(WebhookCertificates held, Collection<String> hosts, Instant now) {
        if (held.authority().remaining(now) <= 0) {
            return Optional.of(first(hosts, now));
        }
        CertifiedKey nextAuthority = held.nextAuthority();
        if (nextAuthority != null && isSettled(nextAuthority, now)) {
            List<X509Certificate> retired = new ArrayList<>(unexpired(held.retired(), now));
            retired.add(held.authority().certificate());
            CertifiedKey serving = issuer.serving(nextAuthority, hosts, now);
            return Optional.of(new WebhookCertificates(nextAuthority, null, retired, serving));
        }
        if (nextAuthority == null && held.authority().remaining(now) <= REPLACE_AUTHORITY) {
            return Optional.of(new WebhookCertificates(
                    held.authority(), issuer.authority(now), unexpired(held.retired(), now), held.serving()));
        }
        if (held.serving().remaining(now) <= RENEW_SERVING
                || !covers(held.serving().certificate(), hosts)) {
            CertifiedKey serving = issuer.serving(held.authority(), hosts, now);
            return Optional.of(
                    new WebhookCertificates(held.authority(), nextAuthority, unexpired(held.retired(), now), serving));
        }
        return Optional.empty();
    }

    private static boolean isSettled(CertifiedKey authority, Instant now) {
        Instant made = authority.certificate().getNotBefore().toInstant().plus(CertificateIssuer.CLOCK_SKEW);
        return !now.isBefore(made.plus(SETTLING));
    }

    private static List<X509Certificate> unexpired(List<X509Certificate> certificates, Instant now) {
        return certificates.stream()
                .filter(each -> now.isBefore(each.getNotAfter().toInstant()))
                .toList();
    }

    private static boolean covers(X509Certificate certificate, Collection<String> hosts) {
        Set<String> named = new HashSet<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names != null) {
                names.forEach(name -> named.add(canonical(String.valueOf(name.get(1)))));
            }
        } catch (CertificateParsingException e) {
            return false;
        }
        return hosts.stream().map(CertificateSchedule::canonical).allMatch(named::contains);
    }

    /** The one IPv6 address that is always among the hosts has two spellings. */
    private static String canonical(String host) {
        return host.equals("::1") ? "0:0:0:0:0:0:0:1" : host;
    }
}
