package io.openrouteroperator.usage;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Analysis;
import io.openrouteroperator.core.openrouter.CallingKey;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouterAnalytics;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Analytics of an account whose keys called as it is told; it keeps in mind what it was asked. */
final class FakeAnalytics implements OpenRouterAnalytics {
    private final Map<KeyHash, String> names = new HashMap<>();
    private final Map<KeyHash, List<ActivityRow>> rows = new LinkedHashMap<>();
    final List<String> asked = new ArrayList<>();
    final List<String> gaps = new ArrayList<>();
    final List<KeyHash> unknown = new ArrayList<>();
    boolean failing;

    /** A key calls. */
    void calls(KeyHash key, String name, ActivityRow row) {
        names.put(key, name);
        rows.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
    }

    /** The key of this value, as it is asked for. */
    static KeyHash hash(String key) {
        return SecretValue.of(key).hash();
    }

    @Override
    public Analysis<CallingKey> callingKeys(Instant from, Instant to) {
        if (failing) {
            throw new OpenRouterException("analytics", new Failure.Forbidden("no"));
        }
        asked.add("names");
        LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        List<CallingKey> calling = new ArrayList<>();
        rows.forEach((key, all) -> all.stream()
                .filter(row -> row.date().equals(day))
                .forEach(row -> calling.add(new CallingKey(names.getOrDefault(key, ""), row.requests()))));
        return new Analysis<>(calling, gaps);
    }

    @Override
    public Analysis<ActivityRow> served(KeyHash key, Instant from, Instant to) {
        asked.add(key.fingerprint());
        LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        return unknown.contains(key)
                ? new Analysis<>(List.of(), List.of("could not resolve"))
                : new Analysis<>(
                        rows.getOrDefault(key, List.of()).stream()
                                .filter(row -> row.date().equals(day))
                                .toList(),
                        List.of());
    }
}
