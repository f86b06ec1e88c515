package io.openrouteroperator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crd.generator.annotation.AdditionalSelectableField;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeySpec;
import io.openrouteroperator.api.v1alpha1.key.OpenRouterKeyStatus;

/** A service asks for its own key; the operator delivers it in a Secret and keeps it right. */
@Group(ApiGroup.NAME)
@Version(ApiGroup.VERSION)
@Kind("OpenRouterKey")
@Singular("openrouterkey")
@Plural("openrouterkeys")
@ShortNames("ork")
@JsonClassDescription(
        "A service asks for its own key to OpenRouter; the operator delivers it in a Secret, guarded by a policy, and rotates it.")
@AdditionalPrinterColumn(name = "Class", jsonPath = ".spec.classification", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Ready",
        jsonPath = ".status.conditions[?(@.type=='Ready')].status",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Reason",
        jsonPath = ".status.conditions[?(@.type=='Ready')].reason",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Rotation", jsonPath = ".status.rotation", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Next Rotation",
        jsonPath = ".status.nextRotationTime",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(
        name = "Policy",
        jsonPath = ".status.policy",
        type = AdditionalPrinterColumn.Type.STRING,
        priority = 1)
@AdditionalPrinterColumn(
        name = "Secret",
        jsonPath = ".status.secretName",
        type = AdditionalPrinterColumn.Type.STRING,
        priority = 1)
@AdditionalPrinterColumn(
        name = "Key",
        jsonPath = ".status.current.label",
        type = AdditionalPrinterColumn.Type.STRING,
        priority = 1)
@AdditionalPrinterColumn(
        name = "Serial",
        jsonPath = ".status.current.serial",
        type = AdditionalPrinterColumn.Type.INTEGER,
        priority = 1)
@AdditionalPrinterColumn(
        name = "Expires",
        jsonPath = ".status.current.expiresAt",
        type = AdditionalPrinterColumn.Type.STRING,
        priority = 1)
@AdditionalPrinterColumn(
        name = "Spent",
        jsonPath = ".status.usage.monthly",
        type = AdditionalPrinterColumn.Type.STRING,
        priority = 1)
@AdditionalPrinterColumn(
        name = "Hash",
        jsonPath = ".status.current.hash",
        type = AdditionalPrinterColumn.Type.STRING,
        priority = 1)
@AdditionalPrinterColumn(
        name = "Message",
        jsonPath = ".status.conditions[?(@.type=='Ready')].message",
        type = AdditionalPrinterColumn.Type.STRING,
        priority = 1)
@AdditionalSelectableField(jsonPath = ".spec.classification")
@AdditionalSelectableField(jsonPath = ".spec.policyRef.name")
@ValidationRule(
        value = OpenRouterKey.SAME_SECRET,
        message =
                "spec.secret.name is fixed once the object exists, since services read the key from there; make a second OpenRouterKey with the new name, then delete this one",
        fieldPath = ".spec.secret")
public class OpenRouterKey extends CustomResource<OpenRouterKeySpec, OpenRouterKeyStatus> implements Namespaced {
    /** The name of the Secret, its default included, stays. */
    static final String SAME_SECRET = "$given(self.spec.secret.name, self.metadata.name)"
            + " == $given(oldSelf.spec.secret.name, oldSelf.metadata.name)";

    private static final long serialVersionUID = 1L;
}
