package io.openrouteroperator.core.policy.grant;

import static io.openrouteroperator.core.policy.grant.PolicyFixture.classification;
import static io.openrouteroperator.core.policy.grant.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.policy.LabelMatcher;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.grant.ClassificationSelection.ClassificationUnknown;
import io.openrouteroperator.core.policy.grant.ClassificationSelection.NamespaceNotAllowed;
import io.openrouteroperator.core.policy.grant.ClassificationSelection.Selected;
import io.openrouteroperator.core.policy.grant.PolicySelection.Governed;
import io.openrouteroperator.core.policy.grant.PolicySelection.NoPolicy;
import io.openrouteroperator.core.policy.grant.PolicySelection.NotGoverning;
import io.openrouteroperator.core.policy.grant.PolicySelection.PolicyNotFound;
import io.openrouteroperator.core.policy.grant.PolicySelection.Several;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicySelectionTest {
    private static final Map<String, String> LABELS = Map.of("governed", "true", "team", "a");
    private static final PolicyRules CORPORATE = policy(
            "corporate",
            LabelMatcher.label("governed", "true"),
            classification("public", LabelMatcher.everything()),
            classification("confidential", LabelMatcher.label("tier", "confidential")));
    private static final PolicyRules TEAM = policy("a-team", LabelMatcher.label("team", "a"));
    private static final PolicyRules LAX = policy("lax", LabelMatcher.label("sandbox", "true"));

    @Test
    void findsTheOnePolicyThatGoverns() {
        assertThat(PolicySelection.forKey(LABELS, null, List.of(CORPORATE, LAX)))
                .isEqualTo(new Governed(CORPORATE));
    }

    @Test
    void asksForANameWhenSeveralGovern() {
        var several = PolicySelection.forKey(LABELS, null, List.of(CORPORATE, TEAM, LAX));

        assertThat(several).isEqualTo(new Several(List.of("a-team", "corporate")));
        assertThat(((Several) several).message())
                .contains("(a-team, corporate)")
                .contains("spec.policyRef.name");
    }

    @Test
    void saysWhenNoneGoverns() {
        assertThat(PolicySelection.forKey(Map.of(), null, List.of(CORPORATE))).isEqualTo(new NoPolicy());
        assertThat(new NoPolicy().message()).contains("label the namespace");
    }

    @Test
    void takesTheNamedPolicyAmongSeveral() {
        assertThat(PolicySelection.forKey(LABELS, "a-team", List.of(CORPORATE, TEAM)))
                .isEqualTo(new Governed(TEAM));
    }

    @Test
    void letsNobodyChooseAPolicyThatDoesNotGovernHisNamespace() {
        var refused = PolicySelection.forKey(LABELS, "lax", List.of(CORPORATE, LAX));

        assertThat(refused).isEqualTo(new NotGoverning("lax"));
        assertThat(((NotGoverning) refused).message()).startsWith("policy 'lax' does not govern this namespace");
    }

    @Test
    void suggestsTheNearestPolicy() {
        var notFound = PolicySelection.forKey(LABELS, "corprate", List.of(CORPORATE, LAX));

        assertThat(notFound).isInstanceOf(PolicyNotFound.class);
        assertThat(((PolicyNotFound) notFound).message())
                .isEqualTo("there is no OpenRouterPolicy 'corprate'; did you mean 'corporate'?");
    }

    @Test
    void selectsAClassificationThatTheNamespaceMayClaim() {
        assertThat(ClassificationSelection.of(CORPORATE, "public", LABELS))
                .isEqualTo(new Selected(CORPORATE.classifications().getFirst()));
        assertThat(ClassificationSelection.of(CORPORATE, "confidential", Map.of("tier", "confidential")))
                .isInstanceOf(Selected.class);
    }

    @Test
    void refusesAClassificationThatTheNamespaceMayNotClaim() {
        var refused = ClassificationSelection.of(CORPORATE, "confidential", LABELS);

        assertThat(refused).isEqualTo(new NamespaceNotAllowed("confidential", "corporate"));
        assertThat(((NamespaceNotAllowed) refused).message()).contains("namespaceSelector");
    }

    @Test
    void suggestsTheNearestClassification() {
        var unknown = ClassificationSelection.of(CORPORATE, "confidental", LABELS);

        assertThat(((ClassificationUnknown) unknown).message())
                .isEqualTo("policy 'corporate' has no classification 'confidental'; did you mean 'confidential'?; "
                        + "it has public, confidential");
    }
}
