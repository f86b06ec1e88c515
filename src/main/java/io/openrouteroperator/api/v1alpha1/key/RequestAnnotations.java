package io.openrouteroperator.api.v1alpha1.key;

import io.openrouteroperator.api.v1alpha1.ApiGroup;

/** Annotations by which the owner of a key asks for something once; each new value asks anew. */
public final class RequestAnnotations {
    /** Asks for another key. */
    public static final String ROTATE = ApiGroup.NAME + "/rotate";
    /** Says that the key is in the wrong hands. */
    public static final String REVOKE = ApiGroup.NAME + "/revoke";
    /** The serial of an earlier key that is to work again. */
    public static final String ROLLBACK = ApiGroup.NAME + "/rollback";

    private RequestAnnotations() {}
}
