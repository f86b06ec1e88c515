package io.openrouteroperator.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A management key is recognised by its hash, whatever it looks like. */
class ManagementKeyLoopTest {
    private static final String KEY = SampleKeys.service("management that looks like a service key");
    private static final ObjectName SECRET = new ObjectName("openrouter-system", "management");
    private static final ObjectName GONE = new ObjectName("openrouter-system", "unreadable");

    private final GovernanceCache cache = new GovernanceCache();
    private final Map<ObjectName, EntryKeys> cluster = new ConcurrentHashMap<>();
    private final ManagementKeyLoop loop = new ManagementKeyLoop(cache, this::fetch);

    @Test
    void learnsTheKeysOfAllAccountsAlsoWhenOneSecretCannotBeRead() {
        cluster.put(SECRET, EntryKeys.of(Map.of("key", KEY)));
        cache.account("production", Set.of(SECRET));
        cache.account("staging", Set.of(GONE));

        assertThatThrownBy(loop::pass).hasMessageContaining(GONE.toString());
        assertThat(cache.isManagementKey(SampleKeys.hashOf(KEY))).isTrue();

        cluster.put(GONE, EntryKeys.NONE);
        loop.pass();
    }

    @Test
    void forgetsAKeyThatWasReplacedOrWhoseAccountIsGone() {
        cluster.put(SECRET, EntryKeys.of(Map.of("key", KEY)));
        cache.account("production", Set.of(SECRET));
        loop.pass();

        String next = SampleKeys.management("next");
        cluster.put(SECRET, EntryKeys.of(Map.of("key", next)));
        loop.pass();
        assertThat(cache.isManagementKey(SampleKeys.hashOf(KEY))).isFalse();
        assertThat(cache.isManagementKey(SampleKeys.hashOf(next))).isTrue();

        cache.forgetAccount("production");
        assertThat(cache.isManagementKey(SampleKeys.hashOf(next))).isFalse();
    }

    private EntryKeys fetch(ContentName name) {
        EntryKeys found = cluster.get(name.object());
        if (found == null) {
            throw new IllegalStateException("the API server does not answer");
        }
        return found;
    }
}
