package io.openrouteroperator.admission.caller;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Callers with a client certificate that the authority signed, and of one of the names if there are any. It is asked at each review
 * rather than at the handshake: so a rotation of the authority holds for connections that are open, and a stranger reads what is missing
 * where a failed handshake would say nothing.
 */
public final class CertifiedCallers implements Callers {
    /** A certificate may expire while its connection lives; checking signatures for each review would cost more than the review. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final String VERDICT = CertifiedCallers.class.getName();

    private final ClientAuthority authority;
    private final Set<String> names;
    private final Clock clock;

    private record Verdict(Optional<Stranger> stranger, long revision, Instant until) {}

    /** @param names common or alternative names that may call; all that the authority signed when empty */
    public CertifiedCallers(ClientAuthority authority, Collection<String> names, Clock clock) {
        this.authority = authority;
        this.names = Set.copyOf(names);
        this.clock = clock;
    }

    @Override
    public Optional<Stranger> stranger(@Nullable SSLSession session) {
        if (session == null) {
            return Optional.of(Stranger.NO_CERTIFICATE);
        }
        Instant now = clock.instant();
        long revision = authority.revision();
        if (session.getValue(VERDICT) instanceof Verdict last
                && last.revision() == revision
                && now.isBefore(last.until())) {
            return last.stranger();
        }
        Optional<Stranger> stranger = judge(session);
        session.putValue(VERDICT, new Verdict(stranger, revision, now.plus(REMEMBERED)));
        return stranger;
    }

    private Optional<Stranger> judge(SSLSession session) {
        X509Certificate[] chain = chain(session);
        if (chain.length == 0) {
            return Optional.of(Stranger.NO_CERTIFICATE);
        }
        if (!authority.signed(chain)) {
            return Optional.of(Stranger.UNKNOWN_AUTHORITY);
        }
        boolean named =
                names.isEmpty() || CertificateNames.of(chain[0]).stream().anyMatch(names::contains);
        return named ? Optional.empty() : Optional.of(Stranger.OTHER_NAME);
    }

    private static X509Certificate[] chain(SSLSession session) {
        try {
            Certificate[] presented = session.getPeerCertificates();
            X509Certificate[] chain = new X509Certificate[presented.length];
            System.arraycopy(presented, 0, chain, 0, presented.length);
            return chain;
        } catch (SSLPeerUnverifiedException none) {
            return new X509Certificate[0];
        }
    }
}
