package io.openrouteroperator.evidence.format;

import io.openrouteroperator.core.compliance.ControlGroup;
import io.openrouteroperator.core.compliance.ControlState;
import io.openrouteroperator.core.compliance.Verdict;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.snapshot.PublishedLog;
import io.openrouteroperator.core.compliance.snapshot.PublishedProviders;
import io.openrouteroperator.evidence.format.HtmlRows.ControlRow;
import io.openrouteroperator.evidence.format.HtmlRows.EndRow;
import io.openrouteroperator.evidence.format.HtmlRows.FindingRow;
import io.openrouteroperator.evidence.format.HtmlRows.KeyRow;
import io.openrouteroperator.evidence.format.HtmlRows.ProviderRow;
import io.openrouteroperator.evidence.format.HtmlRows.RotationRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the template prints, as plain text; the template makes it HTML.
 *
 * @param more how many findings and rotations are left to the other formats
 */
public record HtmlPage(
        String scope,
        String at,
        String takenAt,
        String statement,
        List<Count> counts,
        List<String> gaps,
        List<Group> groups,
        List<FindingRow> findings,
        More more,
        FlowPicture flow,
        List<ProviderRow> providers,
        String providersSince,
        List<KeyRow> keys,
        List<EndRow> exemptions,
        List<EndRow> attestations,
        List<RotationRow> rotations,
        String digest,
        List<String> publicKeys,
        List<String> checkpoints) {
    private static final int MOST_FINDINGS = 1000;
    private static final int MOST_ROTATIONS = 200;

    /** How many controls have an answer. */
    public record Count(String state, String style, long number) {}

    /** The verdicts of one part of the review. */
    public record Group(String title, List<ControlRow> controls) {}

    /** What is left out. */
    public record More(int findings, int rotations) {}

    static HtmlPage of(ComplianceReport report) {
        PublishedLog log = report.integrity().log();
        return new HtmlPage(
                HtmlRows.text(report.view().scope().text()),
                report.at().toString(),
                report.view().takenAt().toString(),
                EvidenceFormat.STATEMENT,
                Arrays.stream(ControlState.values())
                        .map(state -> new Count(state.text(), HtmlRows.style(state), report.count(state)))
                        .toList(),
                report.view().gaps().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(gap -> HtmlRows.text(gap.getKey().text() + ": " + gap.getValue()))
                        .toList(),
                Arrays.stream(ControlGroup.values())
                        .map(group -> new Group(group.title(), rows(report, group)))
                        .toList(),
                report.findings().stream()
                        .limit(MOST_FINDINGS)
                        .map(finding -> HtmlRows.finding(finding, report.at()))
                        .toList(),
                new More(
                        Math.max(0, report.findings().size() - MOST_FINDINGS),
                        Math.max(0, report.rotations().size() - MOST_ROTATIONS)),
                FlowPicture.of(report.classes()),
                report.providers().stream().map(HtmlRows::provider).toList(),
                since(report.view().providers()),
                report.keys().stream().map(HtmlRows::key).toList(),
                Ends.exemptions(report).stream().map(HtmlRows::end).toList(),
                Ends.attestations(report).stream().map(HtmlRows::end).toList(),
                report.rotations().stream()
                        .limit(MOST_ROTATIONS)
                        .map(HtmlRows::rotation)
                        .toList(),
                report.integrity().snapshotDigest(),
                log == null
                        ? List.of()
                        : log.publicKeys().stream().map(HtmlRows::lines).toList(),
                report.integrity().checkpoints().stream().map(HtmlRows::text).toList());
    }

    private static String since(@Nullable PublishedProviders published) {
        return published == null ? "" : published.since().toString();
    }

    private static List<ControlRow> rows(ComplianceReport report, ControlGroup group) {
        return report.verdicts().stream()
                .filter((Verdict verdict) -> verdict.control().group() == group)
                .map(HtmlRows::control)
                .toList();
    }
}
