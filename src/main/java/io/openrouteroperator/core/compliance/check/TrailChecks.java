package io.openrouteroperator.core.compliance.check;

import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Subject;
import io.openrouteroperator.core.compliance.snapshot.PublishedLog;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.policy.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The operator's own trail: whether it is watching, and whether its log is sealed. */
public final class TrailChecks {
    /** The leader renews its lease every few seconds. */
    private static final Duration LEASE_PATIENCE = Duration.ofMinutes(2);
    /** A log that sealed nothing for longer is looked at by a person. */
    private static final Duration CHECKPOINT_PATIENCE = Duration.ofDays(2);

    private TrailChecks() {}

    /** The operator was alive when the snapshot was taken: without it, every status is history. */
    public static List<Observation> watching(Snapshot snapshot, Instant now) {
        Subject subject = Subject.cluster("operator");
        Instant renewed = snapshot.leaseRenewed();
        if (renewed == null) {
            return List.of(Observation.unseen(
                    subject, "its lease was not found; name it with --operator-namespace and --operator-name"));
        }
        Duration silent = Duration.between(renewed, snapshot.takenAt());
        return List.of(
                silent.compareTo(LEASE_PATIENCE) <= 0
                        ? Observation.holds(subject, "its leader renewed the lease at %s".formatted(renewed))
                        : Observation.breaks(
                                subject,
                                "its leader has not renewed the lease for %s, so conditions may be out of date"
                                        .formatted(DurationText.format(silent.truncatedTo(ChronoUnit.MINUTES))),
                                renewed));
    }

    /** The audit log is signed, and its last checkpoint is young. */
    public static List<Observation> sealed(Snapshot snapshot, Instant now) {
        Subject subject = Subject.cluster("audit log");
        PublishedLog log = snapshot.auditLog();
        if (log == null || log.publicKeys().isEmpty()) {
            return List.of(Observation.unseen(
                    subject, "no public key of it is published (ConfigMap openrouter-operator-audit-keys)"));
        }
        Instant last = log.lastCheckpoint();
        if (last == null) {
            return List.of(Observation.unseen(
                    subject,
                    "%d public keys are published, but no checkpoint; `openrouter-operator audit verify` proves the log itself"
                            .formatted(log.publicKeys().size())));
        }
        return List.of(recent(subject, log, last, snapshot));
    }

    /** Where nothing is decided there is nothing to sign, so a log that rests is wrong only where something else tells of decisions. */
    private static Observation recent(Subject subject, PublishedLog log, Instant last, Snapshot snapshot) {
        if (Duration.between(last, snapshot.takenAt()).compareTo(CHECKPOINT_PATIENCE) <= 0) {
            return Observation.holds(
                    subject,
                    "%d writers, last signed checkpoint at %s; `openrouter-operator audit verify` proves the log itself"
                            .formatted(log.checkpoints().size(), last));
        }
        return snapshot.keys().stream()
                .filter(key -> key.turns().anyMatch(turn -> turn.isAfter(last)))
                .findFirst()
                .map(key -> Observation.breaks(
                        subject,
                        "no checkpoint was signed since %s, but a key of %s was published or retired after that"
                                .formatted(last, key.name()),
                        last))
                .orElseGet(() -> Observation.unseen(
                        subject,
                        "no checkpoint was signed since %s, and no key was published or retired after that; the entry of anything else that was decided would prove that the log is written"
                                .formatted(last)));
    }
}
