package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.key.KeyHash;
import java.util.List;
import java.util.Optional;

/**
 * Port: what the cluster has declared and the operator has recorded. It is answered from memory. Whether a Secret or a key is managed
 * is decided by the operator's own record, never by a label on the Secret, which anyone could set.
 */
public interface Governance {
    /** The policies that govern a namespace, by name; none for a namespace that is nobody's business. */
    List<GoverningPolicy> policiesOf(String namespace);

    /** The service keys of a namespace that have been delivered, by name. */
    List<ManagedKey> keysIn(String namespace);

    /** The service key that a Secret is delivered for. */
    Optional<ManagedKey> keyOfSecret(ObjectName secret);

    /** The service key that a hash belongs to: its current key, or one that is being retired. */
    Optional<ManagedKey> ownerOf(KeyHash hash);

    /** Whether an account takes its management key from this Secret. */
    boolean holdsManagementKey(ObjectName secret);

    /** Whether a hash is that of an account's management key. */
    boolean isManagementKey(KeyHash hash);
}
