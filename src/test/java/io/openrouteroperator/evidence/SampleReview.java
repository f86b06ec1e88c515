package io.openrouteroperator.evidence;

import io.openrouteroperator.cli.file.Manifest;
import io.openrouteroperator.cli.file.ManifestParser;
import io.openrouteroperator.core.compliance.Verdict;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The review of a cluster in which everything is as a reviewer wishes, and of others that differ from it in one place. */
public final class SampleReview {
    /** The cluster. */
    public static final Path CLUSTER = Path.of("src/test/resources/evidence/cluster.yaml");
    /** When it was read. */
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private SampleReview() {}

    /** The cluster as it is. */
    public static String cluster() {
        try {
            return Files.readString(CLUSTER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The snapshot of a cluster. */
    public static Snapshot snapshot(String cluster) {
        return snapshot(cluster, NOW);
    }

    /** The snapshot of a cluster that was read at another time. */
    public static Snapshot snapshot(String cluster, Instant takenAt) {
        return builder(cluster).build(takenAt);
    }

    /** The report of a cluster, or of a part of it. */
    public static ComplianceReport report(String cluster, ReviewScope scope, Instant at) {
        SnapshotBuilder builder = builder(cluster);
        return ComplianceReport.of(builder.build(NOW), scope, at, builder.digest());
    }

    /** The report of a whole cluster. */
    public static ComplianceReport report(String cluster) {
        return report(cluster, ReviewScope.EVERYTHING, NOW);
    }

    /** One of its verdicts. */
    public static Verdict verdict(ComplianceReport report, String control) {
        return report.verdicts().stream()
                .filter(verdict -> verdict.control().id().equals(control))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no control " + control));
    }

    private static SnapshotBuilder builder(String cluster) {
        SnapshotBuilder builder = new SnapshotBuilder(_ -> {});
        ManifestParser.parse("cluster.yaml", cluster).manifests().stream()
                .map(Manifest::object)
                .forEach(builder::add);
        return builder;
    }
}
