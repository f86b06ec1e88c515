package io.openrouteroperator.core.compliance.check;

import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Subject;
import io.openrouteroperator.core.compliance.snapshot.ObservedAccount;
import io.openrouteroperator.core.compliance.snapshot.ObservedAccount.KeyCounts;
import io.openrouteroperator.core.compliance.snapshot.ObservedCondition;
import io.openrouteroperator.core.compliance.snapshot.ObservedNamespace;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.condition.ConditionType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Accounts: their management keys, the keys in them that nobody manages, and whether they are paid for. */
public final class AccountChecks {
    private AccountChecks() {}

    /** Management keys are where no workload reads them. */
    public static List<Observation> managementKeysConfined(Snapshot snapshot, Instant now) {
        Stream<Observation> places = snapshot.accounts().stream()
                .flatMap(account ->
                        account.managementSecrets().stream().map(secret -> confined(account, secret, snapshot)));
        return Stream.concat(places, ScanFindings.about(snapshot, "management-key-exposed").stream())
                .toList();
    }

    private static Observation confined(ObservedAccount account, ObjectName secret, Snapshot snapshot) {
        Subject subject = Subject.account(account.name());
        boolean governed = snapshot.namespaces().stream()
                .filter(namespace -> namespace.name().equals(secret.namespace()))
                .map(ObservedNamespace::labels)
                .anyMatch(labels -> snapshot.policies().stream()
                        .anyMatch(policy -> policy.rules().namespaces().matches(labels)));
        if (governed) {
            return Observation.breaks(
                    subject, "its management key is in namespace %s, where services run".formatted(secret.namespace()));
        }
        return snapshot.workloads().stream()
                .filter(workload -> workload.namespace().equals(secret.namespace()))
                .filter(workload -> workload.secrets().contains(secret.name()))
                .findFirst()
                .map(reader -> Observation.breaks(subject, "%s reads its management key %s".formatted(reader, secret)))
                .orElseGet(() -> Observation.holds(subject, "no workload reads Secret " + secret));
    }

    /** OpenRouter accepts them. */
    public static List<Observation> managementKeysValid(Snapshot snapshot, Instant now) {
        return snapshot.accounts().stream()
                .map(account -> condition(account, ConditionType.MANAGEMENT_KEY_VALID))
                .toList();
    }

    /** How old they are; the operator reads their value, by name, and nothing else of their Secrets. */
    public static List<Observation> managementKeysAge(Snapshot snapshot, Instant now) {
        return snapshot.accounts().stream()
                .flatMap(account -> account.managementSecrets().stream()
                        .map(secret -> Observation.unseen(
                                Subject.account(account.name()),
                                "OpenRouter tells no one the age of the key in Secret %s; attest when it was made"
                                        .formatted(secret))))
                .toList();
    }

    /** Every key in the account belongs to somebody. */
    public static List<Observation> unmanagedKeys(Snapshot snapshot, Instant now) {
        return snapshot.accounts().stream().map(AccountChecks::unmanagedKeys).toList();
    }

    private static Observation unmanagedKeys(ObservedAccount account) {
        Subject subject = Subject.account(account.name());
        KeyCounts keys = account.keys();
        if (keys == null) {
            return Observation.unseen(
                    subject,
                    "its keys are not shown here, or were not counted yet; status.keys of the account has them");
        }
        String counts = "%d managed, %d unmanaged, %d without an owner"
                .formatted(keys.managed(), keys.unmanaged(), keys.orphaned());
        return keys.unmanaged() + keys.orphaned() == 0
                ? Observation.holds(subject, counts)
                : Observation.breaks(subject, counts);
    }

    /** No regulated class uses an account of the free tier. */
    public static List<Observation> paid(Snapshot snapshot, Instant now) {
        return GovernedClass.regulated(snapshot).stream()
                .map(each -> each.policy().rules().account())
                .distinct()
                .map(name -> snapshot.account(name)
                        .map(account -> paid(account, snapshot.scope()))
                        .orElseGet(() -> Observation.unseen(
                                Subject.account(name), "the account does not exist, or may not be read")))
                .toList();
    }

    /** How much an account has is no business of one namespace. */
    private static Observation paid(ObservedAccount account, ReviewScope scope) {
        Subject subject = Subject.account(account.name());
        if (account.creditsBought() == null) {
            return Observation.unseen(subject, "its credits were not read yet; status.credits.total would prove it");
        }
        return account.creditsBought().signum() > 0
                ? Observation.holds(
                        subject,
                        scope.namespace() == null
                                ? "%s USD of credits were bought".formatted(account.creditsBought())
                                : "credits were bought")
                : Observation.breaks(subject, "no credits were ever bought, so it is of the free tier");
    }

    /** The observability destination exists and is enabled. */
    public static List<Observation> auditTrail(Snapshot snapshot, Instant now) {
        return snapshot.accounts().stream()
                .map(account -> account.destination() == null
                        ? Observation.unseen(
                                Subject.account(account.name()),
                                "no destination is asked for; name one in spec.auditTrail, and the operator watches it")
                        : condition(account, ConditionType.AUDIT_TRAIL_CONFIGURED))
                .toList();
    }

    /** A condition of an account as an observation. */
    private static Observation condition(ObservedAccount account, ConditionType type) {
        Subject subject = Subject.account(account.name());
        ObservedCondition condition = account.conditions().get(type).orElse(null);
        if (condition == null || condition.status().equals("Unknown")) {
            return Observation.unseen(subject, "condition %s is not known; it would prove it".formatted(type.text()));
        }
        String text = "condition %s is %s (%s) %s"
                .formatted(type.text(), condition.status(), condition.reason(), condition.message())
                .strip();
        return condition.status().equals("True")
                ? Observation.holds(subject, text)
                : Observation.breaks(subject, text, condition.since());
    }
}
