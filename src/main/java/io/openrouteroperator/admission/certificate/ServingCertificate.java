package io.openrouteroperator.admission.certificate;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The certificate that this process presents. The port needs one before the API server can be asked for the shared one, so it starts
 * with a throw-away that nobody trusts; readiness waits for the real one.
 */
public final class ServingCertificate {
    private PemKeyPair current;
    private @Nullable Consumer<PemKeyPair> listener;
    private boolean real;

    /** Certificate chain and private key as PEM; it prints neither. */
    public record PemKeyPair(String certificates, String privateKey) {
        @Override
        public String toString() {
            return "PemKeyPair[redacted]";
        }
    }

    /** Starts with a certificate that nobody trusts. */
    public ServingCertificate(PemKeyPair throwAway) {
        this.current = throwAway;
    }

    /** What to present now. */
    public synchronized PemKeyPair current() {
        return current;
    }

    /** Whether the certificate is the shared one, or the mounted one. */
    public synchronized boolean isReal() {
        return real;
    }

    /** Who is told of a new certificate before it counts as presented; an exception keeps the old one. */
    public synchronized void onChange(Consumer<PemKeyPair> use) {
        listener = use;
    }

    /** Presents another certificate from now on; connections that are open go on. */
    public synchronized void present(PemKeyPair pair) {
        Consumer<PemKeyPair> use = listener;
        if (use != null && !pair.equals(current)) {
            use.accept(pair);
        }
        current = pair;
        real = true;
    }
}
