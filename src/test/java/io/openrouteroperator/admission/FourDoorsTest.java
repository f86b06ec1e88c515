package io.openrouteroperator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.cli.lint.Linter;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.check.ObjectChecks;
import io.openrouteroperator.core.admission.check.PodChecks;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectFacts;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import io.openrouteroperator.corpus.Corpus;
import io.openrouteroperator.corpus.CorpusCase;
import io.openrouteroperator.governance.ContentLookup;
import io.openrouteroperator.manifest.ObjectFactsReader;
import io.openrouteroperator.scan.ScanDoor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One rule set behind every door: whatever the corpus says of an object, each door says, field by field. */
class FourDoorsTest {
    private static final int FEWEST_CASES = 150;
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final String CHECKOUT = """
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterKey
            metadata: {name: checkout, namespace: payments}
            spec: {classification: internal, secret: {name: checkout-openrouter}}
            """;

    private final WebhookServer webhook = SampleCluster.start();

    @AfterEach
    void stop() {
        webhook.close();
    }

    static List<CorpusCase> cases() {
        return Corpus.cases();
    }

    @Test
    void thereAreEnoughCasesOfBothKinds() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(FEWEST_CASES);
        assertThat(cases().stream().map(CorpusCase::name)).doesNotHaveDuplicates();
        assertThat(cases()).anyMatch(each -> each.expected().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRulesAnswer(CorpusCase given) {
        ObjectFacts facts = ObjectFactsReader.read(given.object(), "payments");
        assertThat(sorted(ObjectChecks.check(facts, contents(given, facts), webhook.governance)))
                .isEqualTo(given.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theWebhookAnswers(CorpusCase given) throws Exception {
        given.existing().forEach(this::exists);
        JsonNode response = webhook.review(Reviews.create(given.object()));
        List<String> causes = new ArrayList<>();
        response.at("/status/details/causes")
                .forEach(cause -> causes.add(cause.path("reason").asText() + " at "
                        + cause.path("field").asText()));
        assertThat(causes.stream().sorted().toList()).isEqualTo(given.expected());
        assertThat(response.path("allowed").asBoolean())
                .isEqualTo(given.expected().isEmpty());
        assertThat(response.toString()).doesNotContain(SampleKeys.service("stray"), Corpus.managedKey());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCommandLineAnswers(CorpusCase given) {
        Linter linter = new Linter("payments", NOW);
        linter.addDeclared("key.yaml", CHECKOUT);
        given.existing().forEach(object -> linter.addDeclared("existing.yaml", object.toString()));
        linter.add("given.yaml", given.object().toString());
        assertThat(linter.result().unreadable()).isEmpty();
        assertThat(linter.result().violations().stream()
                        .map(finding -> describe(finding.violation()))
                        .sorted()
                        .toList())
                .isEqualTo(given.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theScanAnswers(CorpusCase given) throws Exception {
        ContentLookup lookup = name -> given.existing().stream()
                .map(object -> ObjectFactsReader.read(object, "payments"))
                .filter(facts -> facts instanceof Contents contents
                        && ContentName.of(contents.object()).equals(name))
                .map(facts -> ((Contents) facts).keys())
                .findFirst()
                .orElse(EntryKeys.NONE);
        assertThat(sorted(ScanDoor.violations(given.object(), "payments", lookup, webhook.governance)))
                .isEqualTo(given.expected());
    }

    private static List<String> sorted(List<Violation> violations) {
        return violations.stream().map(FourDoorsTest::describe).sorted().toList();
    }

    private static String describe(Violation violation) {
        return violation.rule().id() + " at " + violation.path();
    }

    private void exists(JsonNode object) {
        if (ObjectFactsReader.read(object, "payments") instanceof Contents contents) {
            webhook.content(contents);
        }
    }

    /** What a pod of the case refers to; what does not exist holds no key. */
    private PodContents contents(CorpusCase given, ObjectFacts facts) {
        if (!(facts instanceof Pods pods)) {
            return PodContents.NONE;
        }
        Map<ContentName, EntryKeys> existing = new HashMap<>();
        for (JsonNode object : given.existing()) {
            if (ObjectFactsReader.read(object, "payments") instanceof Contents contents) {
                existing.put(ContentName.of(contents.object()), contents.keys());
            }
        }
        return PodChecks.contents(pods.pod(), webhook.governance, name -> existing.getOrDefault(name, EntryKeys.NONE));
    }
}
