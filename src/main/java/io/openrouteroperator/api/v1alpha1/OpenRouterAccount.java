package io.openrouteroperator.api.v1alpha1;

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
public class OpenRouterAccount extends CustomResource<OpenRouterAccountSpec, OpenRouterAccountStatus> {
    private static final long serialVersionUID = 1L;
}
