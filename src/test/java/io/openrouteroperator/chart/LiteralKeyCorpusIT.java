package io.openrouteroperator.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.openrouteroperator.chart.DryRun.Answer;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneOptions;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.corpus.Corpus;
import io.openrouteroperator.corpus.CorpusCase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The policies alone, with no webhook, give the webhook's answer to every key that is written in one place. On a control plane of its
 * own: some cases name objects after keys, and the API server's audit log, which other tests search for keys, has every name.
 */
@TestInstance(Lifecycle.PER_CLASS)
class LiteralKeyCorpusIT {
    private static final int FEWEST_REFUSED = 80;

    /** Rules about what other objects hold, which no expression can read, and about marks, which are no keys. */
    private static final Set<String> ABOUT_SOMETHING_ELSE =
            Set.of("secret-not-managed", "config-map-holds-key", "key-of-another-service", "mark-forged");

    private ControlPlane controlPlane;
    private Map<String, Answer> answers = Map.of();

    /** What the webhook refuses and the policies do not: by reason, and what no API server takes; and what only the policies refuse. */
    private record Known(Map<String, List<String>> unseen, List<String> invalid, List<String> overcautious) {}

    @BeforeAll
    void askForEveryCase() {
        controlPlane = ControlPlane.start(new ControlPlaneOptions(true, false, false));
        GuardedTenant tenant = GuardedTenant.install(controlPlane, "literal-key-corpus");
        answers = Corpus.cases().stream().collect(Collectors.toMap(CorpusCase::name, tenant::answer));
    }

    @AfterAll
    void stop() {
        controlPlane.close();
    }

    @Test
    void refuseHardlyAnythingThatTheWebhookAdmits() throws IOException {
        assertThat(names(each -> each.expected().isEmpty(), Answer::refused))
                .containsExactlyInAnyOrderElementsOf(known().overcautious());
    }

    @Test
    void refuseWhatTheWebhookRefusesExceptForKnownReasons() throws IOException {
        Known known = known();
        assertThat(names(LiteralKeyCorpusIT::isLiteral, Answer::allowed))
                .containsExactlyInAnyOrderElementsOf(
                        known.unseen().values().stream().flatMap(List::stream).toList());
        assertThat(names(LiteralKeyCorpusIT::isLiteral, each -> !each.allowed() && !each.refused()))
                .containsExactlyInAnyOrderElementsOf(known.invalid());
        assertThat(names(LiteralKeyCorpusIT::isLiteral, Answer::refused)).hasSizeGreaterThan(FEWEST_REFUSED);
    }

    @Test
    void sayWhichRuleIsBrokenAndNeverTheKey() {
        Corpus.cases().stream()
                .filter(each -> !each.expected().isEmpty() && answer(each).refused())
                .forEach(given -> assertThat(answer(given).reason())
                        .startsWith(rule(given) + ": ")
                        .contains("To fix it, ")
                        .endsWith("More: openrouter-operator explain " + rule(given))
                        .doesNotContain(
                                SampleKeys.service("stray"), SampleKeys.management("root"), Corpus.managedKey()));
        assertThat(answer(Corpus.named("pod-literals: argument")).reason()).contains("sk-or-v1-e22...91f5");
    }

    private static Known known() throws IOException {
        return new YAMLMapper()
                .readValue(
                        GuardedTenant.FOLDER.resolve("literal-key-policy.yaml").toFile(), Known.class);
    }

    private Answer answer(CorpusCase given) {
        return answers.getOrDefault(given.name(), new Answer(0, ""));
    }

    private static boolean isLiteral(CorpusCase given) {
        return !given.expected().isEmpty() && given.existing().isEmpty() && !ABOUT_SOMETHING_ELSE.contains(rule(given));
    }

    private static String rule(CorpusCase given) {
        return given.expected().getFirst().split(" at ", 2)[0];
    }

    private Set<String> names(Predicate<CorpusCase> cases, Predicate<Answer> asked) {
        return Corpus.cases().stream()
                .filter(cases)
                .filter(each -> asked.test(answer(each)))
                .map(CorpusCase::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
