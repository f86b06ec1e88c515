package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.key.KeyHash;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose the keys were that nobody lists any more: a key is deleted soon after a rotation, and its calls are shown only when their day
 * is over. Kept as long as OpenRouter shows their rows.
 *
 * @param owners by hash
 */
public record RememberedKeys(Map<KeyHash, Former> owners) {
    /** The most that are remembered, those that went last; calls of others stay unexplained. */
    public static final int MOST = 2000;

    /** Rows are shown for 30 completed days. */
    private static final int DAYS = UsagePeriod.MOST_DAYS + 1;

    /**
     * The owner of a key that is gone.
     *
     * @param lastSeen the UTC day on which it was still there
     */
    public record Former(KeyOwner owner, LocalDate lastSeen) {}

    public RememberedKeys {
        owners = Map.copyOf(owners);
    }

    /** Nothing. */
    public static RememberedKeys none() {
        return new RememberedKeys(Map.of());
    }

    /**
     * What is remembered after another look.
     *
     * @param before the keys of this account and their owners at the last look
     * @param now the same at this look
     */
    public RememberedKeys after(Map<KeyHash, KeyOwner> before, Map<KeyHash, KeyOwner> now, LocalDate today) {
        Map<KeyHash, Former> all = new TreeMap<>(owners);
        before.forEach((hash, owner) -> all.putIfAbsent(hash, new Former(owner, today)));
        all.keySet().removeAll(now.keySet());
        all.values().removeIf(former -> former.lastSeen().isBefore(today.minusDays(DAYS)));
        Map<KeyHash, Former> kept = new LinkedHashMap<>();
        all.entrySet().stream()
                .sorted(Comparator.<Map.Entry<KeyHash, Former>, LocalDate>comparing(
                                each -> each.getValue().lastSeen())
                        .reversed())
                .limit(MOST)
                .forEach(each -> kept.put(each.getKey(), each.getValue()));
        return new RememberedKeys(kept);
    }
}
