package io.openrouteroperator.core.plan;

import io.openrouteroperator.core.admission.declaration.Declarations;
import io.openrouteroperator.core.admission.declaration.GrantProblem;
import io.openrouteroperator.core.admission.declaration.Grants;
import io.openrouteroperator.core.admission.declaration.KeyGrant;
import io.openrouteroperator.core.admission.declaration.KeyGrant.Granted;
import io.openrouteroperator.core.admission.declaration.KeyGrant.Missing;
import io.openrouteroperator.core.plan.KeyChange.AccountChanged;
import io.openrouteroperator.core.plan.KeyChange.GrantLost;
import io.openrouteroperator.core.plan.KeyChange.GrantWon;
import io.openrouteroperator.core.plan.KeyChange.LifeChanged;
import io.openrouteroperator.core.plan.KeyChange.LimitChanged;
import io.openrouteroperator.core.plan.KeyChange.PolicyChanged;
import io.openrouteroperator.core.plan.KeyChange.RotationMoved;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.rotation.KeyTerms;
import io.openrouteroperator.core.schedule.PlannedRotation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Compares what keys are granted before and after. */
final class KeyComparison {
    private final Grants before;
    private final Grants after;
    private final Map<String, Map<String, String>> namespaces;
    private final Instant now;

    KeyComparison(Declarations declarations, Collection<PolicyRules> after, Instant now) {
        this.before = new Grants(declarations.policies());
        this.after = new Grants(after);
        this.namespaces = declarations.namespaces();
        this.now = now;
    }

    /** The keys for which something changes, by name; those that are being deleted have nothing to lose. */
    List<KeyEffect> of(Collection<LiveKey> keys) {
        return keys.stream()
                .filter(key -> !key.declared().leaving())
                .flatMap(key -> effect(key).stream())
                .sorted(Comparator.comparing(effect -> effect.key().toString()))
                .toList();
    }

    private Optional<KeyEffect> effect(LiveKey key) {
        Map<String, String> labels = namespaces.get(key.declared().name().namespace());
        if (labels == null) {
            return Optional.empty();
        }
        List<KeyChange> changes = changes(key, before.of(key.declared(), labels), after.of(key.declared(), labels));
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new KeyEffect(key.declared().name(), key.declared().isInUse(), changes));
    }

    private List<KeyChange> changes(LiveKey key, KeyGrant had, KeyGrant gets) {
        return switch (gets) {
            case Missing(List<GrantProblem> problems)
            when had instanceof Granted ->
                problems.stream().map(KeyComparison::lost).toList();
            case Missing _ -> List.of();
            case Granted granted when had instanceof Granted earlier -> changes(key, earlier, granted);
            case Granted granted ->
                List.of(new GrantWon(
                        granted.policy().name(), granted.classification().name(), granted.limit()));
        };
    }

    private static KeyChange lost(GrantProblem problem) {
        return new GrantLost(problem.path(), problem.message(), problem.kind().strands());
    }

    private List<KeyChange> changes(LiveKey key, Granted had, Granted gets) {
        List<KeyChange> changes = new ArrayList<>();
        if (!had.policy().name().equals(gets.policy().name())) {
            changes.add(new PolicyChanged(had.policy().name(), gets.policy().name()));
        }
        String account = Objects.requireNonNullElse(
                key.declared().account(), gets.policy().account());
        if (!account.equals(gets.policy().account())
                && account.equals(had.policy().account())) {
            changes.add(new AccountChanged(account, gets.policy().account()));
        }
        if (!had.limit().sameAs(gets.limit())) {
            changes.add(new LimitChanged(had.limit(), gets.limit()));
        }
        addRotation(key, had, gets, changes);
        return changes;
    }

    private void addRotation(LiveKey key, Granted had, Granted gets, List<KeyChange> changes) {
        if (had.rotation().equals(gets.rotation())) {
            return;
        }
        Optional<Duration> life = had.rotation().map(terms -> terms.maxAge().plus(KeyTerms.GRACE));
        gets.rotation()
                .map(terms -> terms.maxAge().plus(KeyTerms.GRACE))
                .ifPresent(then -> life.filter(lives -> !lives.equals(then))
                        .ifPresent(lives -> changes.add(new LifeChanged(lives, then))));
        Optional<PlannedRotation> planned = NextRotation.of(key, had, now);
        NextRotation.of(key, gets, now)
                .filter(then -> planned.isEmpty() || !planned.get().at().equals(then.at()))
                .ifPresent(then -> changes.add(new RotationMoved(
                        planned.orElse(null),
                        then,
                        then.due(now) && planned.filter(known -> known.due(now)).isEmpty())));
    }
}
