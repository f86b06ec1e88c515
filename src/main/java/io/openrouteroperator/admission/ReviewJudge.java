package io.openrouteroperator.admission;

import io.openrouteroperator.admission.review.ReviewCase;
import io.openrouteroperator.admission.review.ReviewCase.Content;
import io.openrouteroperator.admission.review.ReviewCase.Declared;
import io.openrouteroperator.admission.review.ReviewCase.Irrelevant;
import io.openrouteroperator.admission.review.ReviewCase.Pods;
import io.openrouteroperator.admission.review.ReviewCase.SecretDeletion;
import io.openrouteroperator.core.admission.AdmissionDecision;
import io.openrouteroperator.core.admission.AdmissionDecision.Allow;
import io.openrouteroperator.core.admission.AdmissionRuling;
import io.openrouteroperator.core.admission.AdmissionRuling.Subject;
import io.openrouteroperator.core.admission.Governance;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.Requester;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.Violation.Statement;
import io.openrouteroperator.core.admission.check.ContentChecks;
import io.openrouteroperator.core.admission.check.PodChecks;
import io.openrouteroperator.core.admission.declaration.DeclarationChecks;
import io.openrouteroperator.core.admission.declaration.Declarations;
import io.openrouteroperator.core.admission.declaration.Objection;
import io.openrouteroperator.core.admission.facts.ContentName;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies the rules to a case; pure but for the clock and what the caches say. */
public final class ReviewJudge {
    private final Governance governance;
    private final Declarations declarations;
    private final Requester operator;
    private final ContentChecks contentChecks;
    private final Clock clock;

    /**
     * @param operator the operator's own service account
     * @param clock decides whether an exemption still holds
     */
    public ReviewJudge(Governance governance, Declarations declarations, Requester operator, Clock clock) {
        this.governance = governance;
        this.declarations = declarations;
        this.operator = operator;
        this.contentChecks = new ContentChecks(governance, operator);
        this.clock = clock;
    }

    /** Whether any policy governs the namespace, as far as is known. */
    boolean isGoverned(String namespace) {
        return !governance.policiesOf(namespace).isEmpty();
    }

    /** The Secrets and ConfigMaps whose content must be known to judge the case. */
    Set<ContentName> needed(ReviewCase reviewCase) {
        if (!(reviewCase instanceof Pods pods)) {
            return Set.of();
        }
        Set<ContentName> needed = PodChecks.namesToLookUp(pods.now(), governance);
        if (pods.before() == null) {
            return needed;
        }
        Set<ContentName> both = new LinkedHashSet<>(needed);
        both.addAll(PodChecks.namesToLookUp(pods.before(), governance));
        return both;
    }

    /** The decision; whatever was needed and is missing in {@code contents} could not be read. */
    AdmissionDecision judge(ReviewCase reviewCase, Map<ContentName, EntryKeys> contents) {
        return switch (reviewCase) {
            case Irrelevant _ -> new Allow(List.of(), Map.of("decision", "allow"));
            case Pods pods -> judgePods(pods, contents);
            case Content content -> judgeContent(content);
            case Declared declared -> judgeDeclared(declared);
            case SecretDeletion deletion ->
                ruling(
                        deletion.object(),
                        contentChecks.deleteSecret(deletion.object(), deletion.requester()),
                        List.of());
        };
    }

    private AdmissionDecision judgePods(Pods pods, Map<ContentName, EntryKeys> contents) {
        PodContents known = PodContents.of(contents);
        List<Violation> now = PodChecks.check(pods.now(), known, governance);
        List<Violation> before = pods.before() == null ? List.of() : PodChecks.check(pods.before(), known, governance);
        Subject subject =
                new Subject(pods.now().object().namespace(), pods.now().serviceAccount(), clock.instant());
        return AdmissionRuling.decide(
                pods.unchanged() ? List.of() : notIn(now, before),
                pods.unchanged() ? now : inBoth(now, before),
                governance.policiesOf(subject.namespace()),
                subject);
    }

    /** Our own kinds are judged the same under every mode: the mode is part of what they declare. */
    private AdmissionDecision judgeDeclared(Declared declared) {
        if (declared.requester().equals(operator) || declared.requester().isCleaner()) {
            return new Allow(List.of(), Map.of("decision", "allow"));
        }
        Map<Boolean, List<Violation>> objections =
                DeclarationChecks.check(declared.declaration(), declarations).stream()
                        .collect(Collectors.partitioningBy(
                                Objection::refuses, Collectors.mapping(Objection::violation, Collectors.toList())));
        return AdmissionRuling.regardlessOfPolicies(
                objections.getOrDefault(true, List.of()), objections.getOrDefault(false, List.of()));
    }

    private AdmissionDecision judgeContent(Content content) {
        List<Violation> now = contentViolations(content, content.now());
        Contents then = new Contents(content.object(), content.before(), Set.of());
        List<Violation> before = content.created() ? List.of() : contentViolations(content, then);
        boolean edit = governance.keyOfSecret(nameOf(content.object())).isPresent();
        return edit
                ? ruling(content.object(), now, List.of())
                : ruling(content.object(), notIn(now, before), inBoth(now, before));
    }

    private List<Violation> contentViolations(Content content, Contents written) {
        return content.object().kind().equals("Secret")
                ? contentChecks.writeSecret(written, content.requester(), content.created())
                : contentChecks.writeConfigMap(written);
    }

    private AdmissionDecision ruling(ObjectIdentity object, List<Violation> fresh, List<Violation> unchanged) {
        Subject subject = new Subject(object.namespace(), "", clock.instant());
        return AdmissionRuling.decide(fresh, unchanged, governance.policiesOf(object.namespace()), subject);
    }

    private static ObjectName nameOf(ObjectIdentity object) {
        return new ObjectName(object.namespace(), object.name());
    }

    private static List<Violation> notIn(List<Violation> now, List<Violation> before) {
        if (now.isEmpty()) {
            return now;
        }
        Set<Statement> there = statements(before);
        return now.stream().filter(each -> !there.contains(each.statement())).toList();
    }

    private static List<Violation> inBoth(List<Violation> now, List<Violation> before) {
        if (before.isEmpty()) {
            return before;
        }
        Set<Statement> there = statements(before);
        return now.stream().filter(each -> there.contains(each.statement())).toList();
    }

    private static Set<Statement> statements(List<Violation> violations) {
        return violations.stream().map(Violation::statement).collect(Collectors.toSet());
    }
}
