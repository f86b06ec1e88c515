package io.openrouteroperator.cli.lint;

import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.DeclaredCluster;
import io.openrouteroperator.cli.cluster.Misspelling;
import io.openrouteroperator.cli.cluster.ObjectJudge;
import io.openrouteroperator.cli.file.Manifest;
import io.openrouteroperator.cli.file.ManifestParser;
import io.openrouteroperator.cli.file.ManifestParser.Parsed;
import io.openrouteroperator.cli.file.SourceLines;
import io.openrouteroperator.cli.report.Level;
import io.openrouteroperator.core.admission.AdmissionDecision;
import io.openrouteroperator.core.admission.AdmissionDecision.Allow;
import io.openrouteroperator.core.admission.AdmissionDecision.Deny;
import io.openrouteroperator.core.admission.AdmissionDecision.Warn;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.ObjectFacts;
import io.openrouteroperator.listing.ObjectKind;
import io.openrouteroperator.manifest.ObjectFactsReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Judges manifests as the webhook would judge them one by one, in a cluster that has all the others already. */
public final class Linter {
    private final DeclaredCluster cluster = DeclaredCluster.partial();
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final String namespace;
    private final Instant now;
    private int others;

    /**
     * @param namespace taken for objects that name none
     * @param now decides whether an exemption still holds
     */
    public Linter(String namespace, Instant now) {
        this.namespace = namespace;
        this.now = now;
    }

    /** Adds a file to what is judged; its own policies, keys and accounts count as declared. */
    public void add(String file, String text) {
        parse(file, text).forEach(manifest -> {
            manifests.add(manifest);
            declare(manifest);
        });
    }

    /** Adds a file of policies, and of whatever else the cluster has already; none of it is judged. */
    public void addDeclared(String file, String text) {
        parse(file, text).forEach(this::declare);
    }

    /** Adds what a cluster declares: its policies, keys, accounts and namespaces. Whether it has any policy. */
    public boolean addDeclared(ClusterObjects objects) {
        for (ObjectKind kind : List.of(ObjectKind.NAMESPACE, ObjectKind.ACCOUNT, ObjectKind.POLICY, ObjectKind.KEY)) {
            objects.forEach(kind, "", object -> declare(new Manifest("cluster", object, SourceLines.none())));
        }
        return cluster.hasPolicies();
    }

    /** A file that cannot even be read. */
    void addUnreadable(String file, String problem) {
        unreadable.add(file + ": " + problem);
    }

    /** Whether nothing was there to be judged, nor anything unreadable. */
    boolean isEmpty() {
        return manifests.isEmpty() && unreadable.isEmpty();
    }

    /** Whether any policy decides. */
    boolean hasPolicies() {
        return cluster.hasPolicies();
    }

    /** What is wrong. */
    public LintResult result() {
        List<LocatedViolation> violations = new ArrayList<>();
        manifests.forEach(manifest -> judge(manifest, violations));
        violations.sort(Comparator.comparing(LocatedViolation::file)
                .thenComparingInt(LocatedViolation::line)
                .thenComparing(located -> located.violation().rule()));
        return new LintResult(violations, manifests.size(), others, unreadable);
    }

    private List<Manifest> parse(String file, String text) {
        Parsed parsed = ManifestParser.parse(file, text);
        others += parsed.others();
        unreadable.addAll(parsed.unreadable());
        return parsed.manifests();
    }

    private void declare(Manifest manifest) {
        List<String> misfits = Misspelling.of(manifest);
        unreadable.addAll(misfits);
        try {
            cluster.declare(manifest.object(), namespace);
        } catch (IllegalArgumentException e) {
            if (misfits.isEmpty()) {
                unreadable.add(Misspelling.somewhere(manifest));
            }
        }
    }

    private void judge(Manifest manifest, List<LocatedViolation> violations) {
        ObjectFacts facts = ObjectFactsReader.read(manifest.object(), namespace);
        AdmissionDecision decision = ObjectJudge.judge(facts, cluster, now);
        for (Violation violation : decision.found()) {
            int line = manifest.lines().lineOf(violation.path());
            violations.add(
                    new LocatedViolation(manifest.file(), line, facts.object(), level(violation, decision), violation));
        }
    }

    private static Level level(Violation violation, AdmissionDecision decision) {
        return switch (decision) {
            case Deny deny when deny.violations().contains(violation) -> Level.ERROR;
            case Deny deny when deny.warnings().contains(violation) -> Level.WARNING;
            case Warn warn when warn.violations().contains(violation) -> Level.WARNING;
            case Deny _, Warn _, Allow _ -> Level.NOTE;
        };
    }
}
