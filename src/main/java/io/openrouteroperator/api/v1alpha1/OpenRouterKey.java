package io.openrouteroperator.api.v1alpha1;

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
public class OpenRouterKey extends CustomResource<OpenRouterKeySpec, OpenRouterKeyStatus> implements Namespaced {
    private static final long serialVersionUID = 1L;
}
