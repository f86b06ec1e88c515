package io.openrouteroperator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.openrouteroperator.cli.lint.Linter;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.corpus.Corpus;
import io.openrouteroperator.manifest.ObjectFactsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Manifests as the charts of well-known software write them. {@code <<here:PLACEHOLDER>>} marks where people put a key: with the
 * placeholder a file stays quiet, and with a key in its place exactly what its first lines say is found.
 */
class ChartManifestsTest {
    private static final Path FOLDER = Path.of("src/test/resources/charts");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Pattern MARK = Pattern.compile("<<here:(.*?)>>");
    private static final String FINDS = "# finds: ";
    private static final String PLANTED = SampleKeys.service("planted");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final WebhookServer webhook = SampleCluster.start();

    @AfterEach
    void stop() {
        webhook.close();
    }

    static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @Test
    void thereAreManyAndEachHasAPlaceForAKey() throws IOException {
        assertThat(manifests())
                .hasSizeGreaterThanOrEqualTo(30)
                .allSatisfy(file ->
                        assertThat(Files.readString(file)).startsWith(FINDS).containsPattern(MARK));
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void staysQuietWithPlaceholders(Path file) throws Exception {
        String text = MARK.matcher(Files.readString(file)).replaceAll(mark -> Matcher.quoteReplacement(mark.group(1)));

        assertThat(foundByWebhook(Corpus.filled(text))).isEmpty();
        assertThat(foundByCommandLine(Corpus.filled(text))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void findsThePlantedKey(Path file) throws Exception {
        String text = Files.readString(file);
        List<String> expected = text.lines()
                .filter(line -> line.startsWith(FINDS))
                .map(line -> line.substring(FINDS.length()))
                .toList();
        String planted = Corpus.filled(MARK.matcher(text).replaceAll(PLANTED));

        assertThat(foundByWebhook(planted)).isEqualTo(expected);
        assertThat(foundByCommandLine(planted)).isEqualTo(expected);
    }

    private List<String> foundByWebhook(String text) throws Exception {
        List<JsonNode> documents = documents(text);
        for (JsonNode document : documents) {
            if (ObjectFactsReader.read(document, "payments") instanceof Contents contents) {
                webhook.content(contents);
            }
        }
        List<String> found = new ArrayList<>();
        for (JsonNode document : documents) {
            JsonNode response = webhook.review(Reviews.create(document));
            assertThat(response.toString()).doesNotContain(PLANTED);
            assertThat(response.has("warnings") && !response.path("warnings").isEmpty())
                    .isFalse();
            response.at("/status/details/causes")
                    .forEach(cause -> found.add("%s at %s"
                            .formatted(
                                    cause.path("reason").asText(),
                                    cause.path("field").asText())));
        }
        return found.stream().sorted().toList();
    }

    private static List<String> foundByCommandLine(String text) {
        Linter linter = new Linter("payments", NOW);
        linter.addDeclared("key.yaml", FourDoorsTest.CHECKOUT);
        linter.add("chart.yaml", text);
        assertThat(linter.result().unreadable()).isEmpty();
        return linter.result().violations().stream()
                .map(finding -> finding.violation().rule().id() + " at "
                        + finding.violation().path())
                .sorted()
                .toList();
    }

    private static List<JsonNode> documents(String text) throws IOException {
        try (MappingIterator<JsonNode> read = YAML.readerFor(JsonNode.class).readValues(text)) {
            return read.readAll();
        }
    }
}
