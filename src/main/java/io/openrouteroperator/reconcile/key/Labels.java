package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.api.v1alpha1.ApiGroup;

/** Labels that the operator writes on Secrets; listed in the reference with who sets and who reads them. */
public final class Labels {
    /** UID of the OpenRouterKey that a Secret belongs to. Read to tell our Secrets from those of others. */
    public static final String OWNER_UID = ApiGroup.NAME + "/owner-uid";
    /** Kubernetes' recommended label for the tool that manages an object. */
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";
    /** Class of the data that the key is for. For people and tools. */
    public static final String CLASSIFICATION = ApiGroup.NAME + "/classification";

    private Labels() {}
}
