package io.openrouteroperator.reconcile.key;

import io.openrouteroperator.api.v1alpha1.ApiGroup;
import io.openrouteroperator.api.v1alpha1.key.RequestAnnotations;
import io.openrouteroperator.core.rollout.RolloutAnnotation;

/** Annotations that the operator writes or obeys; listed in the reference with who sets and who reads them. */
public final class Annotations {
    /** Generation of the key in the Secret. Read back after a crash, when the status does not know it yet. */
    public static final String SERIAL = ApiGroup.NAME + "/serial";
    /** SHA-256 of the key in the Secret. For people and tools; the operator computes it anew. */
    public static final String KEY_HASH = ApiGroup.NAME + "/key-hash";
    /** What the key was proven to be allowed before it was written here. Read back after a crash. */
    public static final String POLICY_PROOF = ApiGroup.NAME + "/policy-proof";
    /** When the key came into the Secret. Read back after a crash: what was started before holds an earlier key. */
    public static final String PUBLISHED_AT = ApiGroup.NAME + "/published-at";
    /** On an OpenRouterKey, set by its owner: any new value asks for another key. */
    public static final String ROTATE = RequestAnnotations.ROTATE;
    /** On an OpenRouterKey, set by its owner: any new value says that the key is in the wrong hands. */
    public static final String REVOKE = RequestAnnotations.REVOKE;
    /** On an OpenRouterKey, set by its owner: the serial of an earlier key that is to work again. */
    public static final String ROLLBACK = RequestAnnotations.ROLLBACK;
    /** On a pod template: which key its pods were restarted for. The name of the Secret follows. */
    public static final String ROLLED_OUT = RolloutAnnotation.PREFIX;
    /** On a workload or its pod template: whether the operator may restart it. */
    public static final String ROLLOUT = RolloutAnnotation.CHOICE;

    private Annotations() {}
}
