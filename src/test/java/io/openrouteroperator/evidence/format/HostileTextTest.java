package io.openrouteroperator.evidence.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.corpus.Corpus;
import io.openrouteroperator.evidence.SampleReview;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Names and messages that others write become neither markup nor formulas nor anything that a terminal obeys. */
class HostileTextTest {
    private static final Pattern TAG = Pattern.compile("<(/?[a-zA-Z!][a-zA-Z0-9]*)([^>]*)>");
    private static final Pattern ATTRIBUTES = Pattern.compile(
            "(\\s+(lang|charset|name|content|http-equiv|class|id|href|rel|aria-label|aria-labelledby|scope|tabindex|role|viewBox"
                    + "|x|y|x1|x2|y1|y2|width|height|rx)=\"[^\"<>]*\")*( open)?\\s*/?");

    @SuppressWarnings("unused") // by name, from the annotation below
    private static final List<EvidenceFormat> FORMATS = List.of(
            new HtmlFormat(), new JsonFormat(), new CsvFormat(), new MarkdownFormat(), new OscalFormat("results.json"));

    @Test
    void aPageHasNoElementsAndAttributesButItsOwn() throws IOException {
        String hostile = written(new HtmlFormat(), hostile());
        String plain = written(new HtmlFormat(), SampleReview.report(SampleReview.cluster()));

        assertThat(elements(plain)).containsAll(elements(hostile)).doesNotContain("script", "img", "b", "i", "q");
        assertThat(TAG.matcher(hostile)
                        .results()
                        .filter(tag -> !tag.group(1).equals("!DOCTYPE"))
                        .map(tag -> tag.group(2)))
                .allMatch(ATTRIBUTES.asMatchPredicate());
        assertThat(hostile)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "{page.scope}")
                .doesNotContain("href=\"javascript", "\u202e");
    }

    @Test
    void noCellIsTakenForAFormula() throws IOException {
        List<String> rows = written(new CsvFormat(), hostile()).lines().toList();

        assertThat(rows).hasSize(2);
        assertThat(rows.getLast())
                .contains("\"'=cmd|' /C calc'!A0\"", "\"'+SUM(1)\"", "\"'@SUM(1)?[31m\"", ",-0.50,")
                .doesNotContainPattern("(^|,)\"?[=+@]");
    }

    @Test
    void aSummaryMentionsAndLinksNobody() throws IOException {
        String text = written(new MarkdownFormat(), hostile());

        assertThat(text)
                .doesNotContain("<", "@", "](", "://", "www.")
                .contains("&lt;img src=x onerror=alert\\(6\\)&gt; \\`code\\`");
        assertThat(text.lines().filter(line -> line.startsWith("| ")))
                .allSatisfy(row -> assertThat(row.split("(?<!\\\\)\\|", -1)).hasSizeBetween(5, 6));
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void nothingThatATerminalObeysAndNoKeyIsPrinted(EvidenceFormat format) throws IOException {
        String text = written(format, hostile());

        assertThat(text.codePoints()
                        .filter(character -> Character.getType(character) == Character.CONTROL
                                || Character.getType(character) == Character.FORMAT))
                .allMatch(character -> character == '\n' || character == '\r');
        assertThat(text).doesNotContainPattern("sk-or-v1-[0-9a-f]{20}");
    }

    @Test
    void jsonStaysJson() throws IOException {
        String text = written(new JsonFormat(), hostile());

        assertThat(new ObjectMapper().readTree(text).at("/keys/0/name").asText())
                .isEqualTo("=cmd|' /C calc'!A0");
        assertThat(text.chars()).allMatch(character -> character < 128);
    }

    private static Set<String> elements(String html) {
        Set<String> elements = new TreeSet<>();
        TAG.matcher(html)
                .results()
                .map(tag -> tag.group(1).toLowerCase(Locale.ROOT))
                .forEach(elements::add);
        return elements;
    }

    private static ComplianceReport hostile() throws IOException {
        return SampleReview.report(
                Corpus.filled(Files.readString(Path.of("src/test/resources/evidence/hostile.yaml"))));
    }

    private static String written(EvidenceFormat format, ComplianceReport report) throws IOException {
        StringWriter out = new StringWriter();
        format.write(report, out);
        return out.toString();
    }
}
