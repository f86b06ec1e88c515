package io.openrouteroperator.admission.certificate;

import io.openrouteroperator.admission.certificate.CertificateStore.Stored;
import io.openrouteroperator.admission.certificate.ServingCertificate.PemKeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the certificates: read the shared Secret, take the next step if one is due, announce the authorities, then present
 * the serving certificate. Every replica runs it; whoever loses a race reads what the winner wrote.
 */
public final class CertificateKeeper {
    private static final Logger LOG = Logger.getLogger(CertificateKeeper.class);
    private static final int ATTEMPTS = 5;

    private final CertificateStore store;
    private final CaBundle bundle;
    private final CertificateSchedule schedule;
    private final ServingCertificate serving;
    private final Set<String> hosts;
    private final Clock clock;

    /** What the Secret held last, for the case that it is lost; only the thread that makes the passes knows it. */
    private @Nullable WebhookCertificates known;

    /**
     * @param hosts names and addresses that the certificate must have, besides those in the webhook configuration
     */
    public CertificateKeeper(
            CertificateStore store,
            CaBundle bundle,
            CertificateSchedule schedule,
            ServingCertificate serving,
            Set<String> hosts,
            Clock clock) {
        this.store = store;
        this.bundle = bundle;
        this.schedule = schedule;
        this.serving = serving;
        this.hosts = Set.copyOf(hosts);
        this.clock = clock;
    }

    /**
     * One pass; throws when the API server does not answer. Repeat it every minute, and when the configuration changes.
     *
     * @return what is presented from now on, and its authorities
     */
    public WebhookCertificates keep() {
        Set<String> wanted = new TreeSet<>(hosts);
        bundle.hosts().ifPresent(wanted::addAll);
        WebhookCertificates certificates = agree(wanted, clock.instant());
        known = certificates;
        // Trust first: a certificate is presented only after the API server was told to trust its authority.
        if (bundle.announce(Pem.of(certificates.trusted()))) {
            LOG.info("put the webhook's authorities into the webhook configuration");
        }
        CertifiedKey key = certificates.serving();
        serving.present(new PemKeyPair(Pem.of(List.of(key.certificate())), Pem.of(key.privateKey())));
        return certificates;
    }

    private WebhookCertificates agree(Collection<String> wanted, Instant now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Stored> stored = store.load();
            WebhookCertificates held = stored.map(Stored::certificates).orElse(null);
            Optional<WebhookCertificates> step =
                    held == null ? Optional.of(anew(wanted, now)) : schedule.next(held, wanted, now);
            if (held != null && step.isEmpty()) {
                return held;
            }
            WebhookCertificates next = step.orElseThrow();
            boolean written =
                    stored.isPresent() ? store.replace(next, stored.get().resourceVersion()) : store.create(next);
            if (written) {
                LOG.infof("webhook certificate: %s, signed by %s", next.serving(), next.authority());
                return next;
            }
        }
        throw new IllegalStateException("the webhook's Secret kept changing under " + ATTEMPTS + " attempts");
    }

    /** A replica that still serves keeps what it serves trusted: others serve it too, and the API server hears of a change late. */
    private WebhookCertificates anew(Collection<String> wanted, Instant now) {
        return known == null ? schedule.first(wanted, now) : schedule.afterLoss(known, wanted, now);
    }
}
