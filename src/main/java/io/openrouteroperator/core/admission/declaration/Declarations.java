package io.openrouteroperator.core.admission.declaration;

import io.openrouteroperator.core.policy.PolicyRules;
import java.util.Collection;
import java.util.Map;

/** Port: what the cluster has declared. It is answered from memory. */
public interface Declarations {
    /** All policies. */
    Collection<PolicyRules> policies();

    /** All keys. */
    Collection<DeclaredKey> keys();

    /** The labels of every namespace, by its name. */
    Map<String, Map<String, String>> namespaces();
}
