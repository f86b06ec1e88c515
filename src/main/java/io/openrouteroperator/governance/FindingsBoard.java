package io.openrouteroperator.governance;

import io.openrouteroperator.core.scan.PolicyFindings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Where the scan says what it knows of each policy, and the policies' reconciler reads it. */
public final class FindingsBoard {
    private final List<Consumer<String>> readers = new CopyOnWriteArrayList<>();
    private final boolean scanning;
    private volatile Map<String, PolicyFindings> byPolicy = Map.of();

    /** @param scanning whether anybody will ever say something here */
    public FindingsBoard(boolean scanning) {
        this.scanning = scanning;
    }

    /** Whether what was said of policies earlier, by a process that is gone, still counts until it is said anew. */
    public boolean isScanning() {
        return scanning;
    }

    /** Says what is known now; readers hear the names of the policies that it says something else of. */
    public void publish(Map<String, PolicyFindings> now) {
        Map<String, PolicyFindings> before = byPolicy;
        byPolicy = Map.copyOf(now);
        Set<String> names = new HashSet<>(before.keySet());
        names.addAll(now.keySet());
        names.stream()
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .forEach(name -> readers.forEach(reader -> reader.accept(name)));
    }

    /** What is known of a policy; nothing before the first scan is over, or when it governs no namespace. */
    public Optional<PolicyFindings> of(String policy) {
        return Optional.ofNullable(byPolicy.get(policy));
    }

    /** Tells {@code reader} the names of policies whose findings change. */
    public void onChange(Consumer<String> reader) {
        readers.add(reader);
    }
}
