package io.openrouteroperator.core.compliance;

import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.compliance.snapshot.Voucher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a person's word goes: whoever vouches in a policy does so for its classes and keys, and for what is under no policy; never for
 * what is under another one.
 */
final class Vouching {
    private final Map<Subject, String> keys = new HashMap<>();

    Vouching(Snapshot snapshot) {
        for (ObservedKey key : snapshot.keys()) {
            if (key.policy() != null) {
                keys.put(Subject.of(key), key.policy());
            }
        }
    }

    /** Whether any of these counts for the subject. */
    boolean covers(Subject subject, List<Voucher> vouchers) {
        if (vouchers.isEmpty()) {
            return false;
        }
        Optional<String> policy = policyOf(subject);
        return vouchers.stream()
                .anyMatch(voucher -> policy.isEmpty() || policy.get().equals(voucher.policy()));
    }

    private Optional<String> policyOf(Subject subject) {
        String name = subject.name();
        return switch (subject.kind()) {
            case "OpenRouterPolicy" -> Optional.of(name);
            case "Class" -> Optional.of(name.substring(0, Math.max(0, name.indexOf('/'))));
            default -> Optional.ofNullable(keys.get(subject));
        };
    }
}
