package io.openrouteroperator.api.v1alpha1;

import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicySpec;
import io.openrouteroperator.api.v1alpha1.policy.OpenRouterPolicyStatus;

/** The rules of an organisation: which classes of data reach which providers, within which limits. */
@Group(ApiGroup.NAME)
@Version(ApiGroup.VERSION)
@Kind("OpenRouterPolicy")
@Singular("openrouterpolicy")
@Plural("openrouterpolicies")
@ShortNames("orp")
public class OpenRouterPolicy extends CustomResource<OpenRouterPolicySpec, OpenRouterPolicyStatus> {
    private static final long serialVersionUID = 1L;
}
