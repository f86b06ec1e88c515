package io.openrouteroperator.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.admission.FakeGovernance;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.Requester;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.check.ContentChecks;
import io.openrouteroperator.core.admission.check.ObjectChecks;
import io.openrouteroperator.core.admission.check.PodChecks;
import io.openrouteroperator.core.admission.declaration.Declaration;
import io.openrouteroperator.core.admission.declaration.Declaration.KeyWritten;
import io.openrouteroperator.core.admission.declaration.Declaration.PolicyWritten;
import io.openrouteroperator.core.admission.declaration.DeclarationChecks;
import io.openrouteroperator.core.admission.declaration.Objection;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectFacts;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Other;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import io.openrouteroperator.core.admission.facts.PodFacts;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.governance.DeclarationCache;
import io.openrouteroperator.governance.DeclarationMapper;
import io.openrouteroperator.manifest.ObjectFactsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule has a page, and the manifests on it are refused and admitted as it says. */
class RulePagesTest {
    private static final Path FOLDER = Path.of("docs/rules");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    /** What the page of not-examinable says that the API server does not return. */
    private static final String UNREACHABLE = "unreachable";

    private static final Requester DEVELOPER = new Requester("jane");

    private final FakeGovernance governance = new FakeGovernance()
            .policy("corporate", EnforcementMode.ENFORCE)
            .key("payments", "checkout")
            .keyFor("payments", "ledger", "ledger");

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theBadManifestBreaksThisRuleAndNoOther(Rule rule) throws IOException {
        assertThat(violations(block(rule, rule == Rule.POLICIES_OVERLAP ? "## Warned" : "## Refused")))
                .isNotEmpty()
                .allSatisfy(violation -> assertThat(violation.rule()).isEqualTo(rule));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theGoodManifestBreaksNone(Rule rule) throws IOException {
        assertThat(violations(block(rule, "## Fine"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theIndexLeadsToThePage(Rule rule) throws IOException {
        assertThat(Files.readString(FOLDER.resolve("README.md"))).contains("(" + rule.id() + ".md)");
        assertThat(page(rule)).startsWith("# " + rule.id() + ": ");
    }

    /** The last document is judged; those before it are in the cluster already. */
    private List<Violation> violations(String yaml) throws IOException {
        Map<String, EntryKeys> secrets = new HashMap<>();
        Map<String, EntryKeys> configMaps = new HashMap<>();
        List<JsonNode> documents;
        try (MappingIterator<JsonNode> read = YAML.readerFor(JsonNode.class).readValues(yaml)) {
            documents = read.readAll();
        }
        for (JsonNode document : documents.subList(0, documents.size() - 1)) {
            if (ObjectFactsReader.read(document, "payments") instanceof Contents contents) {
                (contents.object().kind().equals("Secret") ? secrets : configMaps)
                        .put(contents.object().name(), contents.keys());
            }
        }
        ObjectFacts facts = ObjectFactsReader.read(documents.getLast(), "payments");
        return switch (facts) {
            case Pods pods -> {
                addMissing(pods.pod(), secrets, configMaps);
                yield ObjectChecks.check(pods, new PodContents(secrets, configMaps), governance);
            }
            case Contents contents ->
                new ContentChecks(governance, Requester.serviceAccount("openrouter-system", "operator"))
                        .writeSecret(contents, DEVELOPER, false);
            case Other _ -> declarationViolations(documents);
        };
    }

    /** A document of the same kind and name before the last is what it was. */
    private static List<Violation> declarationViolations(List<JsonNode> documents) {
        DeclarationCache declared = new DeclarationCache();
        declared.namespace("payments", Map.of("openrouter-operator.io/governed", "true"));
        PolicyRules before = null;
        JsonNode judged = documents.getLast();
        for (JsonNode document : documents.subList(0, documents.size() - 1)) {
            switch (document.path("kind").asText()) {
                case "OpenRouterKey" -> declared.key(DeclarationMapper.key(document));
                case "OpenRouterPolicy" -> {
                    PolicyRules policy = DeclarationMapper.policy(document);
                    declared.policy(policy);
                    before = policy.name().equals(judged.at("/metadata/name").asText()) ? policy : before;
                }
                default -> throw new AssertionError(document + " is no kind that rules of declarations ask for");
            }
        }
        Declaration declaration = switch (judged.path("kind").asText()) {
            case "OpenRouterKey" -> new KeyWritten(DeclarationMapper.key(judged), null);
            case "OpenRouterPolicy" -> new PolicyWritten(DeclarationMapper.policy(judged), before, false);
            default -> throw new AssertionError(judged + " is no kind that a rule is about");
        };
        return DeclarationChecks.check(declaration, declared).stream()
                .map(Objection::violation)
                .toList();
    }

    private void addMissing(PodFacts pod, Map<String, EntryKeys> secrets, Map<String, EntryKeys> configMaps) {
        PodChecks.namesToLookUp(pod, governance).stream()
                .filter(name -> !name.object().name().equals(UNREACHABLE))
                .forEach(name -> (name.secret() ? secrets : configMaps)
                        .putIfAbsent(name.object().name(), EntryKeys.NONE));
    }

    private static String block(Rule rule, String heading) throws IOException {
        String section = page(rule).split(heading + "\n", 2)[1];
        String block = section.split("```yaml\n", 2)[1].split("```", 2)[0];
        String digits = SampleKeys.hashOf("page").value();
        return block.replace("<64 hex digits>", digits);
    }

    private static String page(Rule rule) throws IOException {
        return Files.readString(FOLDER.resolve(rule.id() + ".md"));
    }
}
