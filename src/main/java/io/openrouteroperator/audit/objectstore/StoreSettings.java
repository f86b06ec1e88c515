package io.openrouteroperator.audit.objectstore;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which object store, and how long it has to keep what it gets.
 *
 * @param endpoint null for Amazon's own in the region
 * @param prefix what names of objects begin with, such as {@code production/audit}; may be empty
 * @param mode who may end the retention early
 * @param retention how long from its arrival an object can be neither deleted nor changed
 * @param pathStyle whether the bucket is named in the path, not in the host
 * @param trust whom to believe who they are; empty for the system's authorities
 */
public record StoreSettings(
        @Nullable URI endpoint,
        String region,
        String bucket,
        String prefix,
        Mode mode,
        Duration retention,
        boolean pathStyle,
        List<TrustManager> trust) {
    public StoreSettings {
        trust = List.copyOf(trust);
    }

    /** Who may delete an object before its retention has ended. */
    public enum Mode {
        /** Nobody. */
        COMPLIANCE,
        /** Whoever has the right to bypass it. */
        GOVERNANCE
    }
}
