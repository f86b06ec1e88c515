package io.openrouteroperator.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.secauto.metaschema.core.model.constraint.IConstraint.Level;
import gov.nist.secauto.metaschema.core.model.validation.IValidationResult;
import gov.nist.secauto.metaschema.core.model.validation.JsonSchemaContentValidator;
import gov.nist.secauto.oscal.lib.OscalBindingContext;
import gov.nist.secauto.oscal.lib.model.AssessmentResults;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.corpus.Corpus;
import io.openrouteroperator.evidence.SampleReview;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.json.JSONObject;
import org.json.JSONTokener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** NIST's own library finds nothing wrong with the assessment results, by schema and by constraints. */
class OscalFormatTest {
    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(strings = {"cluster.yaml", "hostile.yaml"})
    void followsSchemaAndConstraints(String cluster) throws IOException {
        Path results = write(report(cluster));

        assertThat(problems(schema().validate(results.toUri()))).isEmpty();
        IValidationResult constraints =
                OscalBindingContext.newInstance().validateWithConstraints(results.toUri(), null);
        assertThat(constraints.isPassing()).isTrue();
        assertThat(constraints.getFindings())
                .filteredOn(finding -> finding.getSeverity().compareTo(Level.WARNING) >= 0)
                .extracting(Object::toString)
                .isEmpty();
    }

    @Test
    void isReadBackWithAFindingForEachControlThatApplies() throws IOException {
        ComplianceReport report = report("cluster.yaml");
        AssessmentResults read = OscalBindingContext.newInstance().loadAssessmentResults(write(report));

        assertThat(read.getMetadata().getOscalVersion()).isEqualTo("1.1.3");
        assertThat(read.getResults()).singleElement().satisfies(result -> {
            assertThat(result.getProps()).singleElement().satisfies(property -> {
                assertThat(property.getName()).isEqualTo("audit-checkpoint");
                assertThat(property.getValue())
                        .isEqualTo(report.integrity().checkpoints().getFirst());
            });
            assertThat(result.getFindings()).hasSameSizeAs(report.verdicts());
            assertThat(result.getObservations()).hasSameSizeAs(report.verdicts());
            assertThat(result.getFindings())
                    .allSatisfy(finding -> assertThat(
                                    finding.getTarget().getStatus().getState())
                            .isEqualTo("satisfied"));
        });
    }

    @Test
    void sameReportSameIds() throws IOException {
        ComplianceReport shop =
                SampleReview.report(SampleReview.cluster(), new ReviewScope("shop", null), SampleReview.NOW);

        assertThat(Files.readString(write(report("cluster.yaml"))))
                .isEqualTo(Files.readString(write(report("cluster.yaml"))))
                .isNotEqualTo(Files.readString(write(shop)));
    }

    private static ComplianceReport report(String cluster) throws IOException {
        return SampleReview.report(Corpus.filled(Files.readString(Path.of("src/test/resources/evidence", cluster))));
    }

    private Path write(ComplianceReport report) throws IOException {
        Path file = work.resolve("results.json");
        try (Writer out = Files.newBufferedWriter(file)) {
            new OscalFormat("results.json").write(report, out);
        }
        return file;
    }

    private static JsonSchemaContentValidator schema() throws IOException {
        try (InputStream in = OscalBindingContext.class.getResourceAsStream("/schema/json/oscal-ar_schema.json")) {
            return new JsonSchemaContentValidator(new JSONObject(new JSONTokener(Objects.requireNonNull(in))));
        }
    }

    private static String problems(IValidationResult result) {
        StringBuilder problems = new StringBuilder();
        result.getFindings()
                .forEach(finding -> problems.append(finding.getMessage()).append('\n'));
        return problems.toString();
    }
}
