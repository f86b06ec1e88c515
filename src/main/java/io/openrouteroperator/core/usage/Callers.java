package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.CallingKey;
import io.openrouteroperator.core.openrouter.RemoteKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which keys may have made today's calls. Analytics tells names, which are not unique, so every listed key of a name is one of them;
 * calls under names that no listed key has may be those of keys that went today.
 *
 * @param listed by name
 * @param gone under all other names
 */
public record Callers(List<Group> listed, Group gone) {
    /**
     * Keys, and how often they called together.
     *
     * @param requests of all of them, and of others that nobody lists
     */
    public record Group(long requests, Set<KeyHash> keys) {}

    public Callers {
        listed = List.copyOf(listed);
    }

    /** Finds the keys for names. */
    public static Callers of(
            Collection<CallingKey> calling, ObservedAccount account, RememberedKeys remembered, LocalDate today) {
        Map<String, Set<KeyHash>> names = new HashMap<>();
        listedKeys(account)
                .forEach(key -> names.computeIfAbsent(key.name(), _ -> new LinkedHashSet<>())
                        .add(key.hash()));
        Map<String, Long> requests = new HashMap<>();
        calling.forEach(key -> requests.merge(key.name(), key.requests(), Long::sum));
        List<Group> listed = new ArrayList<>();
        long others = 0;
        for (Map.Entry<String, Long> each : requests.entrySet()) {
            Set<KeyHash> keys = names.get(each.getKey());
            if (keys == null) {
                others += each.getValue();
            } else {
                listed.add(new Group(each.getValue(), keys));
            }
        }
        return new Callers(listed, new Group(others, withoutName(account, remembered, today)));
    }

    /** All groups. */
    public List<Group> all() {
        return Stream.concat(listed.stream(), Stream.of(gone)).toList();
    }

    private static Stream<RemoteKey> listedKeys(ObservedAccount account) {
        return Stream.concat(
                account.services().stream().flatMap(service -> service.live().stream()), account.unmanaged().stream());
    }

    private static Set<KeyHash> withoutName(ObservedAccount account, RememberedKeys remembered, LocalDate today) {
        Set<KeyHash> keys = new LinkedHashSet<>();
        account.services().forEach(service -> keys.addAll(service.hashes()));
        remembered.owners().forEach((hash, former) -> {
            if (!former.lastSeen().isBefore(today)) {
                keys.add(hash);
            }
        });
        listedKeys(account).forEach(key -> keys.remove(key.hash()));
        return keys;
    }
}
