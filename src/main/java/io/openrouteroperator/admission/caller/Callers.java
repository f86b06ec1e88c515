package io.openrouteroperator.admission.caller;

import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Whom the webhook answers. */
@FunctionalInterface
public interface Callers {
    /** Everybody who reaches the port. */
    Callers ANYBODY = _ -> Optional.empty();

    /**
     * Why the peer of a connection gets no review; nothing when it does.
     *
     * @param session of the connection; null when it has no TLS
     */
    Optional<Stranger> stranger(@Nullable SSLSession session);
}
