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

    /** Who makes the port present a new certificate. */
    public synchronized void onChange(Consumer<PemKeyPair> reload) {
        listener = reload;
    }

    /** Presents another certificate from now on; connections that are open go on. */
    public void present(PemKeyPair pair) {
        Consumer<PemKeyPair> reload;
        synchronized (this) {
            reload = pair.equals(current) ? null : listener;
            current = pair;
        }
        if (reload != null) {
            reload.accept(pair);
        }
        synchronized (this) {
            real = true;
        }
    }
}
