package io.openrouteroperator.governance;

import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.GoverningPolicy;
import io.openrouteroperator.core.admission.ManagedKey;
import io.openrouteroperator.core.admission.PolicyFacts;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.key.KeyHash;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The declared and recorded facts, kept by watches and read by many requests at once. */
public final class GovernanceCache implements Governance {
    private final Map<String, PolicyFacts> policies = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> namespaceLabels = new ConcurrentHashMap<>();
    private final Map<String, Set<ObjectName>> managementSecrets = new ConcurrentHashMap<>();
    private final Map<ObjectName, Set<KeyHash>> managementHashes = new ConcurrentHashMap<>();
    /** What {@link #managementSecrets} and {@link #managementHashes} hold of all accounts; each request asks for it several times. */
    private volatile Set<ObjectName> everyManagementSecret = Set.of();

    private volatile Set<KeyHash> everyManagementHash = Set.of();
    private final KeyIndex keys = new KeyIndex();
    /** The policies of namespaces as they were worked out last; each request asks several times, and both change seldom. */
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    private final AtomicLong changes = new AtomicLong();

    /** What was seen before {@code version} changes were counted is out of date. */
    private record Seen(long version, List<GoverningPolicy> policies) {}

    /** A policy was added or changed. */
    public void policy(PolicyFacts policy) {
        policies.put(policy.name(), policy);
        changes.incrementAndGet();
    }

    /** A policy is gone. */
    public void forgetPolicy(String name) {
        policies.remove(name);
        changes.incrementAndGet();
    }

    /** A namespace was added, or its labels changed. */
    public void namespace(String name, Map<String, String> labels) {
        namespaceLabels.put(name, Map.copyOf(labels));
        changes.incrementAndGet();
    }

    /** A namespace is gone. */
    public void forgetNamespace(String name) {
        namespaceLabels.remove(name);
        seen.remove(name);
        changes.incrementAndGet();
    }

    /** An account was added or changed. */
    public void account(String name, Set<ObjectName> secrets) {
        managementSecrets.put(name, Set.copyOf(secrets));
        gatherManagementKeys();
    }

    /** An account is gone. */
    public void forgetAccount(String name) {
        managementSecrets.remove(name);
        gatherManagementKeys();
    }

    /** The management keys that an account's Secret holds now. */
    public void managementKeys(ObjectName secret, Set<KeyHash> hashes) {
        managementHashes.put(secret, Set.copyOf(hashes));
        gatherManagementKeys();
    }

    private synchronized void gatherManagementKeys() {
        everyManagementSecret =
                managementSecrets.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        managementHashes.keySet().retainAll(everyManagementSecret);
        everyManagementHash =
                managementHashes.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** A service key was added or changed. */
    public void key(ManagedKey key) {
        keys.put(key);
    }

    /** A service key is gone, or not delivered any more. */
    public void forgetKey(ObjectName name) {
        keys.remove(name);
    }

    /** Every Secret that an account takes a management key from. */
    public Set<ObjectName> managementSecrets() {
        return everyManagementSecret;
    }

    @Override
    public List<GoverningPolicy> policiesOf(String namespace) {
        long version = changes.get();
        Seen known = seen.get(namespace);
        if (known != null && known.version == version) {
            return known.policies;
        }
        List<GoverningPolicy> policiesNow = seenFrom(namespaceLabels.get(namespace));
        if (namespaceLabels.containsKey(namespace)) {
            seen.put(namespace, new Seen(version, policiesNow));
        }
        return policiesNow;
    }

    /** Whether the policies of a namespace ask for keys to be replaced when they are found outside of their Secrets; all must. */
    public boolean revokesLeakedKeys(String namespace) {
        Map<String, String> labels = namespaceLabels.getOrDefault(namespace, Map.of());
        List<PolicyFacts> governing = policies.values().stream()
                .filter(policy -> policy.namespaces().matches(labels))
                .toList();
        return !governing.isEmpty() && governing.stream().allMatch(PolicyFacts::revokesLeakedKeys);
    }

    /** Every namespace that a policy governs, and the policies. */
    public Map<String, List<GoverningPolicy>> governed() {
        Map<String, List<GoverningPolicy>> governed = new TreeMap<>();
        for (String namespace : namespaceLabels.keySet()) {
            List<GoverningPolicy> governing = policiesOf(namespace);
            if (!governing.isEmpty()) {
                governed.put(namespace, governing);
            }
        }
        return governed;
    }

    private List<GoverningPolicy> seenFrom(@Nullable Map<String, String> labels) {
        return labels == null
                ? List.of()
                : policies.values().stream()
                        .flatMap(policy ->
                                policy.seenFrom(labels).map(Stream::of).orElseGet(Stream::empty))
                        .sorted(Comparator.comparing(GoverningPolicy::name))
                        .toList();
    }

    @Override
    public List<ManagedKey> keysIn(String namespace) {
        return keys.in(namespace);
    }

    @Override
    public Optional<ManagedKey> keyOfSecret(ObjectName secret) {
        return keys.ofSecret(secret);
    }

    @Override
    public Optional<ManagedKey> ownerOf(KeyHash hash) {
        return keys.ofHash(hash);
    }

    @Override
    public boolean holdsManagementKey(ObjectName secret) {
        return everyManagementSecret.contains(secret);
    }

    @Override
    public boolean isManagementKey(KeyHash hash) {
        return everyManagementHash.contains(hash);
    }
}
