package io.openrouteroperator.evidence.format;

import io.openrouteroperator.core.compliance.Control;
import io.openrouteroperator.core.compliance.ControlState;
import io.openrouteroperator.core.compliance.Framework;
import io.openrouteroperator.core.compliance.Mapping;
import io.openrouteroperator.core.compliance.Observation;
import io.openrouteroperator.core.compliance.Verdict;
import io.openrouteroperator.core.compliance.report.Finding;
import io.openrouteroperator.core.compliance.report.KeyLine;
import io.openrouteroperator.core.compliance.report.ProviderLine;
import io.openrouteroperator.core.compliance.report.RotationLine;
import io.openrouteroperator.core.compliance.snapshot.ProviderFacts;
import io.openrouteroperator.core.text.PlainText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of the page's tables. */
public final class HtmlRows {
    private static final int MOST_EVIDENCE = 20;

    private HtmlRows() {}

    /** A control with its verdict. */
    public record ControlRow(
            String id,
            String question,
            String state,
            String style,
            String summary,
            String answered,
            String proof,
            String reproduce,
            List<String> mappings,
            List<EvidenceRow> evidence,
            long more) {}

    /** One observation. */
    public record EvidenceRow(String mark, String style, String subject, String statement) {}

    /** A finding. */
    public record FindingRow(
            String owner, String subject, String statement, String since, String age, String controls) {}

    /**
     * A provider.
     *
     * @param privacy and terms are addresses that begin with {@code https://}, or empty
     */
    public record ProviderRow(
            String slug,
            String name,
            String classes,
            String headquarters,
            String datacenters,
            String kept,
            String privacy,
            String terms) {}

    /** A key. */
    public record KeyRow(
            String service,
            String classification,
            String consumers,
            String label,
            String age,
            String next,
            String expires,
            String limit,
            String left,
            String use) {}

    /** An exemption or attestation. */
    public record EndRow(String policy, String subject, String text, String by, String until, String state) {}

    /** An event in the life of a key. */
    public record RotationRow(String at, String service, int serial, String event) {}

    static ControlRow control(Verdict verdict) {
        Control control = verdict.control();
        List<EvidenceRow> evidence = verdict.observations().stream()
                .limit(MOST_EVIDENCE)
                .map(HtmlRows::evidence)
                .toList();
        return new ControlRow(
                control.id(),
                control.question(),
                verdict.state().text(),
                style(verdict.state()),
                text(verdict.summary()),
                control.answered(),
                control.proof(),
                control.reproduce(),
                Arrays.stream(Framework.values())
                        .map(framework -> mappings(framework, control.mappings()))
                        .filter(mapping -> !mapping.isEmpty())
                        .toList(),
                evidence,
                verdict.observations().size() - evidence.size());
    }

    private static String mappings(Framework framework, List<Mapping> mappings) {
        String references = mappings.stream()
                .filter(mapping -> mapping.framework() == framework)
                .map(Mapping::reference)
                .collect(Collectors.joining(", "));
        return references.isEmpty() ? "" : framework.title() + ": " + references;
    }

    private static EvidenceRow evidence(Observation observation) {
        String mark = switch (observation.outcome()) {
            case HOLDS -> "as asked";
            case BREAKS -> "not as asked";
            case UNSEEN -> "not seen";
        };
        return new EvidenceRow(
                mark,
                observation.outcome().name().toLowerCase(Locale.ROOT),
                text(observation.subject().toString()),
                text(observation.statement()));
    }

    static FindingRow finding(Finding finding, Instant at) {
        return new FindingRow(
                text(finding.owner()),
                text(finding.observation().subject().toString()),
                text(finding.observation().statement()),
                known(finding.observation().since()),
                known(finding.ageDays(at)),
                String.join(", ", finding.controls()));
    }

    static ProviderRow provider(ProviderLine line) {
        ProviderFacts facts = line.facts();
        String classes = text(String.join(", ", line.classes()));
        if (facts == null) {
            return new ProviderRow(
                    text(line.slug()), "not in the catalogue", classes, known(null), known(null), known(null), "", "");
        }
        List<String> datacenters = facts.datacenters();
        return new ProviderRow(
                text(line.slug()),
                text(facts.name()),
                classes,
                text(known(facts.headquarters())),
                text(known(datacenters == null ? null : String.join(", ", datacenters))),
                Integer.toString(facts.modelsKeptNowhere()),
                text(Objects.requireNonNullElse(facts.privacyPolicy(), "")),
                text(Objects.requireNonNullElse(facts.termsOfService(), "")));
    }

    static KeyRow key(KeyLine line) {
        return new KeyRow(
                text(line.service()),
                text(line.key().classification()),
                text(String.join(", ", line.consumers())),
                text(line.label()),
                known(line.ageDays()),
                line.key().ask().suspended() ? "suspended" : known(line.key().nextRotation()),
                known(line.expiresAt()),
                line.limit(),
                known(line.left()),
                line.use());
    }

    static EndRow end(Ends.End end) {
        return new EndRow(
                text(end.policy()),
                text(end.subject()),
                text(end.text()),
                text(end.by()),
                end.until().toString(),
                end.ended() ? "ended" : "in force");
    }

    static RotationRow rotation(RotationLine line) {
        return new RotationRow(line.at().toString(), text(line.service()), line.serial(), line.event());
    }

    static String style(ControlState state) {
        return state.text().replace(' ', '-');
    }

    static String text(String text) {
        return PlainText.of(text);
    }

    /** A text of several lines, each made plain. */
    static String lines(String text) {
        return text.lines().map(PlainText::of).collect(Collectors.joining("\n"));
    }

    private static String known(@Nullable Object value) {
        return Objects.toString(value, "not known");
    }
}
