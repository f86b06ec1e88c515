package io.openrouteroperator.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.admission.DatedExemption;
import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.admission.FakeGovernance;
import io.openrouteroperator.core.admission.GoverningPolicy;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Pods;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import io.openrouteroperator.core.admission.facts.PodFacts;
import io.openrouteroperator.core.admission.facts.TextField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told of a namespace, and how often. */
class NamespaceScanTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String STRAY = SampleKeys.service("stray");
    private static final String OTHER = SampleKeys.service("other");

    private final FakeGovernance governance = new FakeGovernance();

    @Test
    void aWorkloadIsToldOnceHoweverManyPodsRepeatIt() {
        NamespaceScan scan = scan(EnforcementMode.ENFORCE);
        add(scan, workload("Deployment", "web", null, "spec.template.spec.containers[0].args[0]", STRAY));
        add(scan, workload("ReplicaSet", "web-1", "web", "spec.template.spec.containers[0].args[0]", STRAY));
        add(scan, workload("Pod", "web-1-a", "web-1", "spec.containers[0].args[0]", STRAY));
        add(scan, workload("Pod", "web-1-b", "web-1", "spec.containers[0].args[0]", STRAY));

        NamespaceOutcome outcome = scan.outcome();
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.subject().kind()).isEqualTo("Deployment");
            assertThat(finding.subject().workload()).isNull();
            assertThat(finding.result()).isEqualTo(FindingResult.FAIL);
        });
        assertThat(outcome.clean()).isZero();
    }

    @Test
    void aPodThatDiffersFromItsTemplateIsToldOnceWithItsWorkload() {
        NamespaceScan scan = scan(EnforcementMode.ENFORCE);
        add(scan, workload("Deployment", "web", null, "spec.template.spec.containers[0].args[0]", STRAY));
        add(scan, workload("ReplicaSet", "web-1", "web", "spec.template.spec.containers[0].args[0]", STRAY));
        add(scan, workload("Pod", "web-1-a", "web-1", "spec.containers[1].args[0]", OTHER));
        add(scan, workload("Pod", "web-1-b", "web-1", "spec.containers[1].args[0]", OTHER));

        assertThat(scan.outcome().findings())
                .extracting(finding -> finding.subject().name())
                .containsExactly("web", "web-1-a");
        assertThat(scan.outcome().findings().getLast().subject().workload()).isEqualTo("Deployment/web");
    }

    @Test
    void twoPlacesInOneObjectAreTwoFindings() {
        NamespaceScan scan = scan(EnforcementMode.ENFORCE);
        PodFacts twice = pod(
                "Deployment",
                "web",
                new TextField("spec.template.spec.containers[0].args[0]", STRAY),
                new TextField("spec.template.spec.containers[1].args[0]", STRAY));
        scan.add(new ScannedObject(new Pods(twice), "apps/v1", "web", null, false), PodContents.NONE);
        assertThat(scan.outcome().findings()).hasSize(2);
        assertThat(scan.outcome().counts()).containsExactly(Map.entry(kind(FindingResult.FAIL), 2));
    }

    @Test
    void anEarlierRevisionWithoutPodsIsNotAFindingButStillALink() {
        NamespaceScan scan = scan(EnforcementMode.ENFORCE);
        add(scan, workload("Deployment", "web", null, "spec.template.spec.containers[0].args[0]", "harmless"));
        ScannedObject old = workload("ReplicaSet", "web-1", "web", "spec.template.spec.containers[0].args[0]", STRAY);
        scan.add(
                new ScannedObject(old.facts(), old.apiVersion(), old.uid(), old.controllerUid(), true),
                PodContents.NONE);
        assertThat(scan.outcome().findings()).isEmpty();
        add(scan, workload("Pod", "web-1-a", "web-1", "spec.containers[0].args[0]", STRAY));
        assertThat(scan.outcome().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject().workload()).isEqualTo("Deployment/web"));
    }

    @Test
    void whoNamesAControllerThatDoesNotExistIsJudgedOnItsOwn() {
        NamespaceScan scan = scan(EnforcementMode.ENFORCE);
        add(scan, workload("Pod", "loose", "invented", "spec.containers[0].args[0]", STRAY));
        assertThat(scan.outcome().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject().workload()).isNull());
    }

    @Test
    void whoControlsItselfInACircleIsJudgedAllTheSame() {
        NamespaceScan scan = scan(EnforcementMode.ENFORCE);
        add(scan, workload("ReplicaSet", "one", "two", "spec.template.spec.containers[0].args[0]", "harmless"));
        add(scan, workload("ReplicaSet", "two", "one", "spec.template.spec.containers[0].args[0]", STRAY));
        assertThat(scan.outcome().findings()).hasSize(1);
    }

    @Test
    void theResultFollowsThePolicysMode() {
        Map.of(
                        EnforcementMode.ENFORCE, FindingResult.FAIL,
                        EnforcementMode.WARN, FindingResult.WARN,
                        EnforcementMode.AUDIT, FindingResult.FAIL)
                .forEach((mode, result) -> {
                    NamespaceScan scan = new NamespaceScan("shop", new FakeGovernance().policy("corporate", mode), NOW);
                    add(scan, workload("Pod", "web", null, "spec.containers[0].args[0]", STRAY));
                    assertThat(scan.outcome().findings().getFirst().result()).isEqualTo(result);
                });
    }

    @Test
    void anExemptedWorkloadIsSkippedWithTheReason() {
        DatedExemption exemption =
                new DatedExemption("shop", "default", "moves in January", Instant.parse("2027-01-31T00:00:00Z"));
        governance.policy(
                new GoverningPolicy("corporate", EnforcementMode.ENFORCE, Map.of(), List.of(), List.of(exemption)));
        NamespaceScan scan = new NamespaceScan("shop", governance, NOW);
        add(scan, workload("Pod", "web", null, "spec.containers[0].args[0]", STRAY));

        Finding finding = scan.outcome().findings().getFirst();
        assertThat(finding.result()).isEqualTo(FindingResult.SKIP);
        assertThat(finding.exemption()).isEqualTo(exemption);
    }

    @Test
    void whatIsTooMuchToListIsCounted() {
        NamespaceScan scan = scan(EnforcementMode.ENFORCE);
        for (int i = 0; i < NamespaceScan.MOST_LISTED + 10; i++) {
            ObjectIdentity object = new ObjectIdentity("ConfigMap", "shop", "settings-" + i, "web");
            Contents contents = new Contents(object, EntryKeys.of(Map.of("key", STRAY)), Set.of());
            scan.add(new ScannedObject(contents, "v1", "uid-" + i, null, false), PodContents.NONE);
        }
        assertThat(scan.outcome().findings()).hasSize(NamespaceScan.MOST_LISTED);
        assertThat(scan.outcome().count(FindingResult.FAIL)).isEqualTo(NamespaceScan.MOST_LISTED + 10);
    }

    private NamespaceScan scan(EnforcementMode mode) {
        return new NamespaceScan("shop", governance.policy("corporate", mode), NOW);
    }

    private static FindingKind kind(FindingResult result) {
        return new FindingKind(Rule.LITERAL_KEY, result);
    }

    private static void add(NamespaceScan scan, ScannedObject object) {
        scan.add(object, PodContents.NONE);
    }

    private static ScannedObject workload(
            String kind, String name, @Nullable String controller, String path, String text) {
        return new ScannedObject(
                new Pods(pod(kind, name, new TextField(path, text))), "apps/v1", name, controller, false);
    }

    private static PodFacts pod(String kind, String name, TextField... texts) {
        return new PodFacts(
                new ObjectIdentity(kind, "shop", name, "web"), "default", List.of(), List.of(), List.of(texts));
    }
}
