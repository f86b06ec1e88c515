package io.openrouteroperator.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountSpec;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountStatus;

/** A connection to one OpenRouter account or workspace. */
@Group(ApiGroup.NAME)
@Version(ApiGroup.VERSION)
@Kind("OpenRouterAccount")
@Singular("openrouteraccount")
@Plural("openrouteraccounts")
@ShortNames("ora")
@JsonClassDescription(
        "A connection to one OpenRouter account or workspace, in which the operator keeps keys and guardrails.")
@AdditionalPrinterColumn(name = "Workspace", jsonPath = ".spec.workspace", type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(name = "Keys", jsonPath = ".status.keys.managed", type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Unmanaged",
        jsonPath = ".status.keys.unmanaged",
        type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
        name = "Ready",
        jsonPath = ".status.conditions[?(@.type=='Ready')].status",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Reason",
        jsonPath = ".status.conditions[?(@.type=='Ready')].reason",
        type = AdditionalPrinterColumn.Type.STRING)
@AdditionalPrinterColumn(
        name = "Age",
        jsonPath = ".metadata.creationTimestamp",
        type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(
        name = "Orphaned",
        jsonPath = ".status.keys.orphaned",
        type = AdditionalPrinterColumn.Type.INTEGER,
        priority = 1)
@AdditionalPrinterColumn(
        name = "Changes Today",
        jsonPath = ".status.keyChanges.used",
        type = AdditionalPrinterColumn.Type.INTEGER,
        priority = 1)
@AdditionalPrinterColumn(
        name = "Credits Used",
        jsonPath = ".status.credits.used",
        type = AdditionalPrinterColumn.Type.STRING,
        priority = 1)
@AdditionalPrinterColumn(
        name = "Credits Total",
        jsonPath = ".status.credits.total",
        type = AdditionalPrinterColumn.Type.STRING,
        priority = 1)
@AdditionalPrinterColumn(
        name = "URL",
        jsonPath = ".spec.baseUrl",
        type = AdditionalPrinterColumn.Type.STRING,
        priority = 1)
@AdditionalPrinterColumn(
        name = "Message",
        jsonPath = ".status.conditions[?(@.type=='Ready')].message",
        type = AdditionalPrinterColumn.Type.STRING,
        priority = 1)
public class OpenRouterAccount extends CustomResource<OpenRouterAccountSpec, OpenRouterAccountStatus> {
    private static final long serialVersionUID = 1L;
}
