package io.openrouteroperator.core.admission.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.admission.EnforcementMode;
import io.openrouteroperator.core.admission.FakeGovernance;
import io.openrouteroperator.core.admission.PodContents;
import io.openrouteroperator.core.admission.Requester;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.core.admission.Violation;
import io.openrouteroperator.core.admission.facts.EntryKeys;
import io.openrouteroperator.core.admission.facts.ObjectFacts.Contents;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentChecksTest {
    private static final Requester OPERATOR = Requester.serviceAccount("openrouter-system", "openrouter-operator");
    private static final Requester DEVELOPER = new Requester("jane");
    private static final String MANAGED = SampleKeys.service("managed");
    private static final ObjectIdentity MANAGED_SECRET = secret("payments", "checkout-openrouter");

    private final FakeGovernance governance = new FakeGovernance()
            .policy("corporate", EnforcementMode.ENFORCE)
            .key("payments", "checkout", MANAGED)
            .managementSecret("vault", "openrouter-management", SampleKeys.service("root"));
    private final ContentChecks checks = new ContentChecks(governance, OPERATOR);

    @Test
    void refusesAForeignKeyInASecret() {
        assertThat(written("payments", "mixed", SampleKeys.service("stray"), DEVELOPER))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.rule()).isEqualTo(Rule.KEY_OUTSIDE_MANAGED_SECRET);
                    assertThat(violation.path()).isEqualTo("data[OPENAI_API_KEY]");
                    assertThat(violation.fix().toString())
                            .contains(
                                    "remove entry \"OPENAI_API_KEY\" from Secret \"mixed\"",
                                    "- name: OPENAI_API_KEY",
                                    "{secretKeyRef: {name: checkout-openrouter, key: OPENROUTER_API_KEY}}");
                });
    }

    @Test
    void asksForAKeyWhereTheNamespaceHasNone() {
        assertThat(written("orders", "mixed", SampleKeys.service("stray"), DEVELOPER))
                .singleElement()
                .satisfies(violation -> assertThat(violation.fix().toString())
                        .contains(
                                "metadata: {name: mixed-openrouter, namespace: orders}",
                                "spec: {classification: internal}",
                                "- name: OPENAI_API_KEY"));
    }

    @Test
    void namesTheOwnerOfACopiedManagedKey() {
        assertThat(written("shadow", "copy", MANAGED, DEVELOPER))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.what()).contains("OpenRouterKey \"payments/checkout\" (class confidential)");
                    assertThat(violation.classification()).isEqualTo("confidential");
                    assertThat(violation.fix().toString())
                            .contains(
                                    "kubectl annotate openrouterkey -n payments checkout openrouter-operator.io/revoke=leaked");
                });
    }

    @Test
    void callsAManagementKeyWhatItIs() {
        assertThat(written("payments", "x", SampleKeys.service("root"), DEVELOPER))
                .extracting(Violation::rule)
                .containsExactly(Rule.MANAGEMENT_KEY_EXPOSED);
        assertThat(written("payments", "x", SampleKeys.management("any"), DEVELOPER))
                .extracting(Violation::rule)
                .containsExactly(Rule.MANAGEMENT_KEY_EXPOSED);
    }

    @Test
    void letsTheOperatorWriteAnyKey() {
        assertThat(written("payments", "new-openrouter", SampleKeys.service("fresh"), OPERATOR))
                .isEmpty();
    }

    @Test
    void letsAManagementKeyBeSwappedWhereTheAccountLooksForIt() {
        assertThat(written("vault", "openrouter-management", SampleKeys.management("next"), DEVELOPER))
                .isEmpty();
    }

    @Test
    void leavesSecretsWithoutKeysAlone() {
        assertThat(written("payments", "other", "postgres://user:pass@db", DEVELOPER))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesToEditAManagedSecretEvenWithoutAKeyInIt(boolean created) {
        List<Violation> violations = checks.writeSecret(contents(MANAGED_SECRET, EntryKeys.NONE), DEVELOPER, created);
        assertThat(violations).extracting(Violation::rule).containsExactly(Rule.MANAGED_SECRET_EDITED);
        assertThat(violations.getFirst().fix().toString()).contains("kubectl edit openrouterkey -n payments checkout");
    }

    @Test
    void refusesToDeleteAManagedSecret() {
        assertThat(checks.deleteSecret(MANAGED_SECRET, DEVELOPER))
                .extracting(Violation::rule)
                .containsExactly(Rule.MANAGED_SECRET_EDITED);
        assertThat(checks.deleteSecret(secret("payments", "mine"), DEVELOPER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "system:serviceaccount:openrouter-system:openrouter-operator",
                "system:serviceaccount:kube-system:generic-garbage-collector",
                "system:serviceaccount:kube-system:namespace-controller"
            })
    void letsTheOperatorAndTheClustersCleanersDelete(String username) {
        assertThat(checks.deleteSecret(MANAGED_SECRET, new Requester(username))).isEmpty();
        assertThat(checks.writeSecret(contents(MANAGED_SECRET, EntryKeys.NONE), new Requester(username), false))
                .isEmpty();
    }

    @Test
    void findsAKeyThatHidesInTheNameOfAnEntry() {
        EntryKeys keys = EntryKeys.of(Map.of(SampleKeys.service("stray"), ""));
        assertThat(checks.writeSecret(contents(secret("payments", "odd"), keys), DEVELOPER, true))
                .hasSize(1);
    }

    @Test
    void refusesAKeyInAConfigMap() {
        EntryKeys keys = EntryKeys.of(Map.of("litellm.yaml", "api_key: " + SampleKeys.service("stray")));
        ObjectIdentity configMap = new ObjectIdentity("ConfigMap", "payments", "litellm", "litellm");
        assertThat(checks.writeConfigMap(contents(configMap, keys)))
                .extracting(Violation::rule)
                .containsExactly(Rule.KEY_OUTSIDE_MANAGED_SECRET);
    }

    private List<Violation> written(String namespace, String name, String value, Requester requester) {
        EntryKeys keys = EntryKeys.of(Map.of("OPENAI_API_KEY", value, "DATABASE_URL", "postgres://db"));
        return checks.writeSecret(contents(secret(namespace, name), keys), requester, true);
    }

    @Test
    void refusesTheOperatorsMarksOnAForeignSecretOnly() {
        Set<String> marks = Set.of("metadata.labels[openrouter-operator.io/owner-uid]");
        Contents foreign = new Contents(secret("payments", "mine"), EntryKeys.NONE, marks);
        Contents managed = new Contents(MANAGED_SECRET, EntryKeys.NONE, marks);
        assertThat(checks.writeSecret(foreign, DEVELOPER, true))
                .extracting(Violation::rule)
                .containsExactly(Rule.MARK_FORGED);
        assertThat(checks.writeSecret(foreign, OPERATOR, true)).isEmpty();
        assertThat(ObjectChecks.check(managed, PodContents.NONE, governance)).isEmpty();
    }

    private static Contents contents(ObjectIdentity object, EntryKeys keys) {
        return new Contents(object, keys, Set.of());
    }

    private static ObjectIdentity secret(String namespace, String name) {
        return new ObjectIdentity("Secret", namespace, name, name);
    }
}
