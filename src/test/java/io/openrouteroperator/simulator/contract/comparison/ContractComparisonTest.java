package io.openrouteroperator.simulator.contract.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.simulator.contract.ContractDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractComparisonTest {

    private static final String DESCRIPTION = """
            paths:
              /keys:
                get:
                  parameters:
                    - {name: offset, in: query, schema: {type: integer, minimum: 0}}
                  responses:
                    '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Keys'}}}}
                    '401': {content: {application/json: {schema: {type: object}}}}
                post:
                  requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Key'}}}}
                  responses: {'201': {content: {application/json: {schema: {$ref: '#/components/schemas/Key'}}}}}
              /elsewhere: {get: {responses: {'200': {}}}}
            components:
              schemas:
                Keys: {type: object, required: [data], properties: {data: {type: array, items: {$ref: '#/components/schemas/Key'}}}}
                Key:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string, minLength: 1, maxLength: 100}
                    limit: {type: [number, 'null'], format: double}
                    reset: {type: [string, 'null'], enum: [daily, weekly, null]}
                    tags: {type: [array, 'null'], minItems: 1, items: {type: string}}
            """;

    @Test
    void agreesWithItself() {
        assertThat(differences(DESCRIPTION)).isEmpty();
    }

    @Test
    void countsPathsAndFields() {
        DocumentComparison.Result result = DocumentComparison.compare(
                document(DESCRIPTION),
                document(DESCRIPTION.replace("  /elsewhere: {get: {responses: {'200': {}}}}\n", "")));
        assertThat(result.paths()).isEqualTo(1);
        assertThat(result.fields()).isEqualTo(1 + 1 + 3 * 4);
        assertThat(result.outside()).containsExactly("/elsewhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maxLength: 100      | maxLength: 99            | 3 | maxLength: official 100, ours 99",
                "minItems: 1,        |                          | 3 | minItems: official 1, ours none",
                "[number, 'null']    | number                   | 3 | null: official true, ours false",
                "[number, 'null']    | [integer, 'null']        | 3 | types: official [fraction, integer], ours [integer]",
                "[daily, weekly, null] | [daily, null]          | 3 | values: official only [\"weekly\"], ours only []",
                "required: [name]    | required: [name, limit]  | 3 | required: official false, ours true",
                "limit: {            | limits: {                | 3 | field only in ours",
                "limit: {            | limits: {                | 3 | field only in the official description",
                "items: {type: string} | items: {type: integer} | 3 | types: official [string], ours [integer]",
                "minimum: 0          | minimum: 1               | 1 | minimum: official 0, ours 1",
                "name: offset        | name: from               | 1 | parameter only in ours",
                "'401'               | '403'                    | 1 | status only in the official description",
                "required: true, content | content              | 1 | required: official true, ours false",
                "post:               | put:                     | 1 | operation only in the official description",
                "/keys:              | /key:                    | 1 | operation only in ours"
            })
    void findsEveryDeliberateChange(String official, @Nullable String ours, int places, String what) {
        String changed = DESCRIPTION.replaceFirst(Pattern.quote(official), ours == null ? "" : ours);
        assertThat(changed).isNotEqualTo(DESCRIPTION);
        assertThat(differences(changed).stream()
                        .filter(difference -> difference.what().equals(what)))
                .hasSizeGreaterThanOrEqualTo(places);
    }

    @Test
    void readsDifferentWordingsOfTheSameAsEqual() {
        String reworded = DESCRIPTION
                .replace(
                        "limit: {type: [number, 'null'], format: double}",
                        "limit: {anyOf: [{type: number}, {type: 'null'}]}")
                .replace(
                        "name: {type: string, minLength: 1, maxLength: 100}",
                        "name: {allOf: [{$ref: '#/components/schemas/Name'}, {}]}")
                .replace("    Keys:", "    Name: {allOf: [{type: string, minLength: 1}, {maxLength: 100}]}\n    Keys:");
        assertThat(reworded).isNotEqualTo(DESCRIPTION);
        assertThat(differences(reworded)).isEmpty();
    }

    @Test
    void failsOnAnUnlistedDifferenceAndPassesOnAListedOne() {
        String changed = DESCRIPTION.replace("minimum: 0", "minimum: 1");
        Outcome unlisted = compare(changed, "[]");
        assertThat(unlisted.agreed()).isFalse();
        assertThat(unlisted.output()).contains("DIFFERS  GET /keys query offset: minimum: official 0, ours 1");

        Outcome listed = compare(changed, entry("GET /keys query *", "minimum: official 0, ours 1", 1));
        assertThat(listed.agreed()).isTrue();
        assertThat(listed.output()).endsWith("differences=1 accepted=1 outdated=0\n");
    }

    @Test
    void failsOnAnAcceptedDifferenceThatIsGone() {
        Outcome outcome = compare(DESCRIPTION, entry("GET /keys query offset", "minimum: official 0, ours 1", 1));
        assertThat(outcome.agreed()).isFalse();
        assertThat(outcome.output()).contains("OUTDATED").contains("accepted at 1 places and shows at 0");
    }

    @Test
    void failsWhenAnAcceptedDifferenceShowsInMorePlacesThanReviewed() {
        String changed = DESCRIPTION.replace("maxLength: 100", "maxLength: 99");
        assertThat(compare(changed, entry("*", "maxLength: official 100, ours 99", 1))
                        .agreed())
                .isFalse();
        assertThat(compare(changed, entry("*", "maxLength: official 100, ours 99", 3))
                        .agreed())
                .isTrue();
    }

    @Test
    void everyAcceptedDifferenceHasAReason() throws Exception {
        assertThat(ContractComparison.accepted().entries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.reason()).hasSizeGreaterThan(5));
    }

    private record Outcome(boolean agreed, String output) {}

    private static Outcome compare(String ours, String accepted) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        boolean agreed = ContractComparison.compare(
                document(DESCRIPTION),
                document(ours),
                AcceptedDifferences.read(new ByteArrayInputStream(accepted.getBytes(UTF_8))),
                new PrintStream(output, true, UTF_8));
        return new Outcome(agreed, output.toString(UTF_8));
    }

    private static String entry(String where, String what, int count) {
        return "[{where: '%s', what: '%s', count: %d, reason: reviewed}]".formatted(where, what, count);
    }

    private static List<Difference> differences(String ours) {
        return DocumentComparison.compare(document(DESCRIPTION), document(ours)).differences();
    }

    private static ContractDocument document(String yaml) {
        return ContractDocument.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }
}
