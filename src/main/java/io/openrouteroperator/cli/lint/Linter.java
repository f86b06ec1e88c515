package io.openrouteroperator.cli.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.cli.lint.ManifestParser.Parsed;
import io.openrouteroperator.core.admission.AdmissionDecision;
import io.openrouteroperator.core.admission.AdmissionDecision.Allow;
import io.openrouteroperator.core.admission.AdmissionDecision.Deny;
import io.openrouteroperator.core.admission.AdmissionDecision.Warn;
import io.openrouteroperator.core.admission.AdmissionRuling;
import io.openrouteroperator.core.admission.AdmissionRuling.Subject;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.check.ObjectChecks;
import io.openrouteroperator.core.admission.facts.ObjectFacts;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import io.openrouteroperator.governance.FactsMapper;
import io.openrouteroperator.manifest.ObjectFactsReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Judges manifests as the webhook would judge them one by one, in a cluster that has all the others already. */
public final class Linter {
    private static final String OWN_GROUP = "openrouter-operator.io/";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final DeclaredCluster cluster = new DeclaredCluster();
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

    /** A file that cannot even be read. */
    public void addUnreadable(String file, String problem) {
        unreadable.add(file + ": " + problem);
    }

    /** What is wrong. */
    public LintResult result() {
        List<Finding> findings = new ArrayList<>();
        manifests.forEach(manifest -> judge(manifest, findings));
        findings.sort(Comparator.comparing(Finding::file)
                .thenComparingInt(Finding::line)
                .thenComparing(finding -> finding.violation().rule()));
        return new LintResult(findings, manifests.size(), others, unreadable);
    }

    private List<Manifest> parse(String file, String text) {
        try {
            Parsed parsed = ManifestParser.parse(file, text);
            others += parsed.others();
            return parsed.manifests();
        } catch (UnreadableManifestException e) {
            unreadable.add(e.getMessage());
            return List.of();
        }
    }

    private void declare(Manifest manifest) {
        switch (facts(manifest)) {
            case Contents contents -> cluster.contents(contents);
            case Pods _ -> {}
            case ObjectFacts.Other _ -> declareOther(manifest);
        }
    }

    private void declareOther(Manifest manifest) {
        if (manifest.kind().equals("Namespace")) {
            cluster.namespace(manifest.object());
        }
        if (manifest.apiVersion().startsWith(OWN_GROUP)) {
            try {
                declareOwn(manifest);
            } catch (JsonProcessingException | RuntimeException e) {
                int line = manifest.lines().lineOf("spec");
                unreadable.add("%s:%d: %s \"%s\" does not fit its definition; kubectl explain %s.spec names its fields"
                        .formatted(
                                manifest.file(),
                                line,
                                manifest.kind(),
                                manifest.name(),
                                manifest.kind().toLowerCase(Locale.ROOT)));
            }
        }
    }

    private void declareOwn(Manifest manifest) throws JsonProcessingException {
        switch (manifest.kind()) {
            case "OpenRouterPolicy" ->
                cluster.policy(FactsMapper.policy(JSON.treeToValue(manifest.object(), OpenRouterPolicy.class)));
            case "OpenRouterAccount" ->
                cluster.managementSecrets(
                        FactsMapper.managementSecrets(JSON.treeToValue(manifest.object(), OpenRouterAccount.class)));
            case "OpenRouterKey" -> {
                OpenRouterKey key = JSON.treeToValue(manifest.object(), OpenRouterKey.class);
                if (key.getMetadata().getNamespace() == null) {
                    key.getMetadata().setNamespace(namespace);
                }
                cluster.key(FactsMapper.declaredKey(key));
            }
            default -> {}
        }
    }

    private ObjectFacts facts(Manifest manifest) {
        return ObjectFactsReader.read(manifest.object(), namespace);
    }

    private void judge(Manifest manifest, List<Finding> findings) {
        ObjectFacts facts = facts(manifest);
        String where = facts.object().namespace();
        PodContents contents = facts instanceof Pods pods ? cluster.contentsFor(pods.pod()) : PodContents.NONE;
        List<Violation> violations = ObjectChecks.check(facts, contents, cluster);
        String account = facts instanceof Pods pods ? pods.pod().serviceAccount() : "";
        AdmissionDecision decision = AdmissionRuling.decide(
                violations, List.of(), cluster.policiesOf(where), new Subject(where, account, now));
        for (Violation violation : violations) {
            int line = manifest.lines().lineOf(violation.path());
            findings.add(new Finding(manifest.file(), line, facts.object(), level(violation, decision), violation));
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
