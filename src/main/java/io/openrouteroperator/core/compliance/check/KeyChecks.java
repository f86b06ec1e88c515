package io.openrouteroperator.core.compliance.check;

import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Subject;
import io.openrouteroperator.core.compliance.snapshot.ObservedCondition;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey.Spending;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.condition.ConditionType;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.policy.grant.LimitDecision;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One key per service, each with a limit, each in a Secret of the operator. Only published keys are looked at. */
public final class KeyChecks {
    private KeyChecks() {}

    /** No key is read by several workloads or service accounts. */
    public static List<Observation> unshared(Snapshot snapshot, Instant now) {
        KeyConsumers consumers = KeyConsumers.of(snapshot);
        return Stream.concat(
                        published(snapshot).map(consumers::observation),
                        ScanFindings.about(snapshot, "key-of-another-service").stream())
                .toList();
    }

    /** Each key has a spending limit, by its policy and at OpenRouter. */
    public static List<Observation> limited(Snapshot snapshot, Instant now) {
        KeyGrants grants = new KeyGrants(snapshot);
        return published(snapshot).map(key -> limited(key, grants)).toList();
    }

    private static Observation limited(ObservedKey key, KeyGrants grants) {
        Subject subject = Subject.of(key);
        Spending spending = key.spending();
        if (spending != null && spending.remaining() == null) {
            return Observation.breaks(subject, "OpenRouter knows no limit for it");
        }
        return switch (grants.limit(key)) {
            case LimitDecision.Granted(var limit) ->
                spending == null
                        ? Observation.unseen(
                                subject,
                                "its limit is %s, but OpenRouter's figures have not been read yet"
                                        .formatted(KeyGrants.text(limit)))
                        : Observation.holds(
                                subject,
                                "%s, %s USD left until the reset"
                                        .formatted(KeyGrants.text(limit), spending.remaining()));
            case LimitDecision.Missing _ -> Observation.breaks(subject, "neither the key nor its class has a limit");
            case LimitDecision.Invalid(var problem) -> Observation.breaks(subject, problem.toString());
            case LimitDecision.AboveMaximum(var problem) -> Observation.breaks(subject, problem.toString());
        };
    }

    /** Each key is in a Secret that the operator owns and keeps as it should be. */
    public static List<Observation> delivered(Snapshot snapshot, Instant now) {
        return snapshot.keys().stream()
                .filter(key -> key.current() != null || ready(key).equals(Reason.SECRET_NOT_OWNED.text()))
                .map(KeyChecks::delivered)
                .toList();
    }

    private static Observation delivered(ObservedKey key) {
        Subject subject = Subject.of(key);
        String reason = ready(key);
        if (reason.equals(Reason.SECRET_NOT_OWNED.text()) || reason.equals(Reason.KEY_LEAKED.text())) {
            return Observation.breaks(subject, "Secret %s: %s".formatted(key.secret(), reason));
        }
        return key.conditions().holds(ConditionType.SECRET_SYNCED)
                ? Observation.holds(
                        subject, "Secret %s is the operator's and holds the current key".formatted(key.secret()))
                : Observation.unseen(
                        subject,
                        "condition SecretSynced is missing while Ready says %s; it would prove it".formatted(reason));
    }

    private static String ready(ObservedKey key) {
        return key.conditions()
                .get(ConditionType.READY)
                .map(ObservedCondition::reason)
                .orElse("nothing");
    }

    static Stream<ObservedKey> published(Snapshot snapshot) {
        return snapshot.keys().stream().filter(key -> key.current() != null);
    }
}
