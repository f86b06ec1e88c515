package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.RemoteKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys of one service: a rotation must not hide what was served before it.
 *
 * @param since when its OpenRouterKey was made
 * @param hashes its current, previous and remembered keys
 * @param live those of them that OpenRouter lists
 */
public record ServiceKeys(KeyOwner owner, Instant since, List<KeyHash> hashes, List<RemoteKey> live) {
    public ServiceKeys {
        hashes = List.copyOf(hashes);
        live = List.copyOf(live);
    }

    /** The same with more keys. */
    public ServiceKeys with(Collection<KeyHash> more) {
        Set<KeyHash> all = new LinkedHashSet<>(hashes);
        all.addAll(more);
        return new ServiceKeys(owner, since, List.copyOf(all), live);
    }

    /** What its listed keys spent since they were made: who spent most is asked for first. */
    public BigDecimal spent() {
        return live.stream().map(RemoteKey::usage).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
