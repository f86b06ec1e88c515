package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.api.v1alpha1.ApiGroup;

/** Annotations that the operator writes on Secrets; listed in the reference with who sets and who reads them. */
public final class Annotations {
    /** Generation of the key in the Secret. Read back after a crash, when the status does not know it yet. */
    public static final String SERIAL = ApiGroup.NAME + "/serial";
    /** SHA-256 of the key in the Secret. For people and tools; the operator computes it anew. */
    public static final String KEY_HASH = ApiGroup.NAME + "/key-hash";
    /** What the key was proven to be allowed before it was written here. Read back after a crash. */
    public static final String POLICY_PROOF = ApiGroup.NAME + "/policy-proof";

    private Annotations() {}
}
