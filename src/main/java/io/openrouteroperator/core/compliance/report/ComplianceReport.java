package io.openrouteroperator.core.compliance.report;

import io.openrouteroperator.core.compliance.ControlState;
import io.openrouteroperator.core.compliance.Review;
import io.openrouteroperator.core.compliance.Verdict;
import io.openrouteroperator.core.compliance.catalogue.ControlCatalogue;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.core.compliance.snapshot.ScopedView;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import java.time.Instant;
import java.util.List;

/**
 * What is configured and observed, put together for a reviewer. Equal snapshots, times and scopes give equal reports.
 *
 * @param at the time that it is judged by
 * @param view the part of the snapshot that the scope shows
 */
public record ComplianceReport(
        Instant at,
        Snapshot view,
        List<Verdict> verdicts,
        List<KeyLine> keys,
        List<ClassLine> classes,
        List<ProviderLine> providers,
        List<Finding> findings,
        List<RotationLine> rotations,
        Integrity integrity) {
    public ComplianceReport {
        verdicts = List.copyOf(verdicts);
        keys = List.copyOf(keys);
        classes = List.copyOf(classes);
        providers = List.copyOf(providers);
        findings = List.copyOf(findings);
        rotations = List.copyOf(rotations);
    }

    /** The report of a snapshot. */
    public static ComplianceReport of(Snapshot whole, ReviewScope scope, Instant at, String snapshotDigest) {
        Snapshot view = ScopedView.of(whole, scope);
        List<Verdict> verdicts = Review.of(ControlCatalogue.controls(), view, at);
        return new ComplianceReport(
                at,
                view,
                verdicts,
                KeyInventory.of(view, at),
                DataFlow.of(view),
                ProviderLine.of(view),
                Findings.of(verdicts, view),
                RotationLine.of(view),
                new Integrity(snapshotDigest, view.auditLog()));
    }

    /** How many controls have this answer. */
    public long count(ControlState state) {
        return verdicts.stream().filter(each -> each.state() == state).count();
    }

    /** Whether no control fails. */
    public boolean nothingFails() {
        return count(ControlState.FAIL) == 0;
    }
}
