package io.openrouteroperator.core.compliance.check;

import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import io.openrouteroperator.core.compliance.snapshot.ObservedPolicy;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.openrouter.ResetInterval;
import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.policy.grant.LimitDecision;
import io.openrouteroperator.core.policy.grant.LimitRules;
import io.openrouteroperator.core.policy.grant.RotationMerge;
import io.openrouteroperator.core.policy.grant.RotationResolution;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the policy of a key grants it, by the rules that the reconcilers follow. */
public final class KeyGrants {
    private final Snapshot snapshot;
    private final Map<List<String>, Optional<RotationTerms>> ofClass = new HashMap<>();

    /** The grants of keys under the policies of a snapshot. */
    public KeyGrants(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** How much it may spend. */
    public LimitDecision limit(ObservedKey key) {
        SpendLimit most = classification(key).map(ClassificationRules::limit).orElse(null);
        return LimitRules.decide(key.ask().usd(), key.ask().reset(), most);
    }

    /** A limit in words. */
    public static String text(SpendLimit limit) {
        return limit.usd().toPlainString() + " USD "
                + (limit.reset() == ResetInterval.NEVER
                        ? "in total"
                        : limit.reset().name().toLowerCase(Locale.ROOT));
    }

    /** When it is replaced; nothing for a key without a policy that works. */
    Optional<RotationTerms> rotation(ObservedKey key) {
        return snapshot.policy(key.policy())
                .flatMap(policy -> ofClass.computeIfAbsent(
                        List.of(policy.name(), key.classification()), _ -> rotation(policy, key.classification())))
                .map(terms -> RotationMerge.ofKey(terms, key.ask().interval()))
                .flatMap(KeyGrants::resolved);
    }

    private static Optional<RotationTerms> rotation(ObservedPolicy policy, String classification) {
        return policy.classification(classification)
                .map(rules -> RotationMerge.ofClassification(policy.rules(), rules))
                .flatMap(KeyGrants::resolved);
    }

    private static Optional<RotationTerms> resolved(RotationResolution resolution) {
        return resolution instanceof RotationResolution.Resolved(RotationTerms terms)
                ? Optional.of(terms)
                : Optional.empty();
    }

    private Optional<ClassificationRules> classification(ObservedKey key) {
        return snapshot.policy(key.policy()).flatMap(policy -> policy.classification(key.classification()));
    }
}
