package io.openrouteroperator.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterState;
import io.openrouteroperator.cli.cluster.ObjectJudge;
import io.openrouteroperator.cli.cluster.OwnKinds;
import io.openrouteroperator.core.admission.AdmissionDecision;
import io.openrouteroperator.core.admission.AdmissionDecision.Deny;
import io.openrouteroperator.core.admission.AdmissionDecision.Warn;
import io.openrouteroperator.core.admission.GoverningPolicy;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.declaration.Declaration.KeyWritten;
import io.openrouteroperator.core.admission.declaration.DeclarationChecks;
import io.openrouteroperator.core.admission.declaration.Objection;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.ObjectFacts;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import io.openrouteroperator.governance.DeclarationMapper;
import io.openrouteroperator.listing.ObjectKind;
import io.openrouteroperator.manifest.ObjectFactsReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Answers as the webhook would, by the same rules, from what the cluster says now. */
final class AdmissionOracle {
    private final ClusterObjects objects;
    private final ClusterState state;
    private final boolean readContents;
    private final Instant now;

    /** @param readContents whether Secrets and ConfigMaps that a pod refers to may be read */
    AdmissionOracle(ClusterObjects objects, boolean readContents, Instant now) {
        this.objects = objects;
        this.state = ClusterState.read(objects);
        this.readContents = readContents;
        this.now = now;
    }

    /**
     * The answer.
     *
     * @param namespace taken for an object that names none
     */
    Answer about(JsonNode object, String namespace) {
        if (object.path("kind").asText().equals(ObjectKind.KEY.kind())) {
            return aboutKey(object, namespace);
        }
        ObjectFacts facts = ObjectFactsReader.read(object, namespace);
        List<String> notes = new ArrayList<>(state.unreadable());
        if (facts instanceof Pods pods) {
            addContents(pods, notes);
        }
        AdmissionDecision decision = ObjectJudge.judge(facts, state.admission(), now);
        notes.add(0, policies(facts.object().namespace(), decision));
        List<Violation> refused = decision instanceof Deny deny ? deny.violations() : List.of();
        List<Violation> warned = switch (decision) {
            case Deny deny -> deny.warnings();
            case Warn warn -> warn.violations();
            case AdmissionDecision.Allow _ -> List.of();
        };
        List<Violation> recorded = new ArrayList<>(decision.found());
        recorded.removeAll(refused);
        recorded.removeAll(warned);
        return new Answer(facts.object().toString(), refused, warned, recorded, notes);
    }

    private Answer aboutKey(JsonNode object, String namespace) {
        var key = DeclarationMapper.key(OwnKinds.key(object, namespace));
        List<Objection> objections = DeclarationChecks.check(new KeyWritten(key, null), state.declarations());
        return new Answer(
                "OpenRouterKey " + key.name(),
                objections.stream()
                        .filter(Objection::refuses)
                        .map(Objection::violation)
                        .toList(),
                objections.stream()
                        .filter(objection -> !objection.refuses())
                        .map(Objection::violation)
                        .toList(),
                List.of(),
                state.unreadable());
    }

    private void addContents(Pods pods, List<String> notes) {
        for (ContentName name : state.admission().contentsUnknown(pods.pod())) {
            ObjectKind kind = name.secret() ? ObjectKind.SECRET : ObjectKind.CONFIG_MAP;
            if (readContents) {
                objects.find(kind, name.object().namespace(), name.object().name())
                        .ifPresent(found ->
                                state.admission().declare(found, name.object().namespace()));
            } else {
                notes.add("%s %s, which it reads, was not looked at; --read-contents does, with your rights."
                        .formatted(kind.kind(), name.object()));
            }
        }
    }

    private String policies(String namespace, AdmissionDecision decision) {
        String names = state.admission().policiesOf(namespace).stream()
                .map(GoverningPolicy::name)
                .sorted()
                .collect(Collectors.joining(", "));
        String exemption = decision.auditAnnotations().getOrDefault("exemption", "");
        String governed = names.isEmpty()
                ? "No policy governs namespace %s, so nothing is refused there.".formatted(namespace)
                : "Namespace %s is governed by OpenRouterPolicy %s.".formatted(namespace, names);
        return exemption.isEmpty() ? governed : governed + " It is exempt: " + exemption + ".";
    }
}
