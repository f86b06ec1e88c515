package io.openrouteroperator.admission;

import static io.openrouteroperator.admission.SampleCluster.MANAGED;
import static io.openrouteroperator.admission.SampleCluster.STRAY;
import static io.openrouteroperator.admission.SampleCluster.pod;
import static io.openrouteroperator.admission.SampleCluster.secret;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.core.admission.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every known way past admission that begins at a Secret or ConfigMap; see {@link BypassTest}. */
class ContentBypassTest extends WaysPast {
    @Test
    void keyInAConfigMap() throws Exception {
        String configMap = "kind: ConfigMap\nmetadata: {name: c, namespace: payments}\n";
        refuses(Rule.KEY_OUTSIDE_MANAGED_SECRET, Reviews.create(configMap + "data: {k: %s}".formatted(STRAY)));
        refuses(
                Rule.KEY_OUTSIDE_MANAGED_SECRET,
                Reviews.create(configMap + "binaryData: {k: %s}".formatted(base64(STRAY))));
        refuses(Rule.CONFIG_MAP_HOLDS_KEY, Reviews.create(pod("envFrom: [{configMapRef: {name: stray-config}}]")));
    }

    @Test
    void secretThatComesAfterThePod() throws Exception {
        passes(Reviews.create(pod("envFrom: [{secretRef: {name: later, optional: true}}]")));
        refuses(Rule.KEY_OUTSIDE_MANAGED_SECRET, Reviews.create(secret("later", STRAY)));
        refuses(Rule.KEY_OUTSIDE_MANAGED_SECRET, Reviews.update(secret("later", "empty"), secret("later", STRAY)));
    }

    @Test
    void secretWrittenByASyncController() throws Exception {
        String controller = "system:serviceaccount:external-secrets:external-secrets";
        refuses(Rule.KEY_OUTSIDE_MANAGED_SECRET, Reviews.create(secret("synced", STRAY), controller));
    }

    @Test
    void secretNamedByAnotherOperatorsResource() throws Exception {
        passes(Reviews.create(
                "apiVersion: kagent.dev/v1alpha2\nkind: ModelConfig\nmetadata: {name: m}\nspec: {apiKeySecret: keys}"));
        refuses(Rule.KEY_OUTSIDE_MANAGED_SECRET, Reviews.create(secret("keys", STRAY)));
    }

    @Test
    void secretOfAnotherType() throws Exception {
        for (String type :
                List.of("helm.sh/release.v1", "bootstrap.kubernetes.io/token", "kubernetes.io/dockerconfigjson")) {
            refuses(Rule.KEY_OUTSIDE_MANAGED_SECRET, Reviews.create(secret("typed", STRAY) + "\ntype: " + type));
        }
    }

    @Test
    void secretKeptByAFinalizer() throws Exception {
        String kept = secret("kept", "nothing")
                .replace("payments", "payments\n  deletionTimestamp: x\n  finalizers: [a.org/a]");
        refuses(Rule.KEY_OUTSIDE_MANAGED_SECRET, Reviews.update(kept, kept.replace(base64("nothing"), base64(STRAY))));
        passes(Reviews.update(kept, kept.replace("\n  finalizers: [a.org/a]", "")));
    }

    @Test
    void marksThatSayManaged() throws Exception {
        String marked =
                secret("claims", "x").replace("payments", "payments\n  labels: {openrouter-operator.io/owner-uid: a}");
        refuses(Rule.MARK_FORGED, Reviews.create(marked));
        refuses(Rule.MARK_FORGED, Reviews.update(marked, marked.replace("owner-uid: a", "owner-uid: b")));
        passes(Reviews.update(marked, marked.replace(base64("x"), base64("y"))));
        String claiming = secret("claims", STRAY)
                .replace(
                        "payments",
                        "payments\n  labels: {app.kubernetes.io/managed-by: openrouter-operator}\n  ownerReferences: [{kind: OpenRouterKey, name: checkout}]");
        refuses(Rule.KEY_OUTSIDE_MANAGED_SECRET, Reviews.create(claiming));
    }

    @Test
    void copyOfAManagedSecret() throws Exception {
        refuses(Rule.KEY_OUTSIDE_MANAGED_SECRET, Reviews.create(secret("copy", MANAGED)));
        JsonNode response = webhook.review(Reviews.create(secret("copy", MANAGED)));
        assertThat(response.at("/status/message").asText()).contains("the key of OpenRouterKey \"payments/checkout\"");
    }

    @Test
    void managedSecretEditedOrDeleted() throws Exception {
        String managed = secret("checkout-openrouter", MANAGED);
        String labelled = managed.replace("payments", "payments\n  labels: {a: b}");
        refuses(Rule.MANAGED_SECRET_EDITED, Reviews.update(managed, secret("checkout-openrouter", STRAY)));
        refuses(Rule.MANAGED_SECRET_EDITED, Reviews.update(managed, labelled));
        refuses(
                Rule.MANAGED_SECRET_EDITED,
                Reviews.delete(managed, "system:serviceaccount:argocd:application-controller"));
        passes(Reviews.delete(managed, "system:serviceaccount:kube-system:generic-garbage-collector"));
    }
}
