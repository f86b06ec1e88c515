package io.openrouteroperator.simulator.access;

import io.openrouteroperator.simulator.account.Account;
import io.openrouteroperator.simulator.account.KeyStrings;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells callers by the hash of their bearer key. State is read on every call, so disabling acts on the next one. */
public final class Authentication {

    private static final String SCHEME = "Bearer ";
    private static final String MISSING = "Missing Authentication header";
    private static final String UNKNOWN = "User not found.";

    private final Account account;

    public Authentication(Account account) {
        this.account = account;
    }

    /** Whose key an {@code Authorization} header carries. */
    public Caller caller(@Nullable String authorization, Instant now) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Caller.Unknown(MISSING);
        }
        String hash = KeyStrings.hash(authorization.substring(SCHEME.length()).strip());
        Optional<Caller> manager = account.managementKeys().label(hash).map(Caller.Manager::new);
        return manager.or(() -> account.keys()
                        .find(hash)
                        .filter(key -> key.isUsable(now))
                        .map(Caller.Service::new))
                .orElse(new Caller.Unknown(UNKNOWN));
    }
}
