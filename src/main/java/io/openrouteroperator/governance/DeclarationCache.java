package io.openrouteroperator.governance;

import io.openrouteroperator.core.admission.declaration.Declarations;
import io.openrouteroperator.core.admission.declaration.DeclaredKey;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.policy.PolicyRules;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is declared, kept by watches; the views are live, so that ten thousand keys are not copied for one question. */
public final class DeclarationCache implements Declarations {
    private final Map<String, PolicyRules> policies = new ConcurrentHashMap<>();
    private final Map<ObjectName, DeclaredKey> keys = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> namespaces = new ConcurrentHashMap<>();

    /** A policy was added or changed. */
    public void policy(PolicyRules policy) {
        policies.put(policy.name(), policy);
    }

    /** A policy is gone. */
    public void forgetPolicy(String name) {
        policies.remove(name);
    }

    /** A key was added or changed. */
    public void key(DeclaredKey key) {
        keys.put(key.name(), key);
    }

    /** A key is gone. */
    public void forgetKey(ObjectName name) {
        keys.remove(name);
    }

    /** A namespace was added, or its labels changed. */
    public void namespace(String name, Map<String, String> labels) {
        namespaces.put(name, Map.copyOf(labels));
    }

    /** A namespace is gone. */
    public void forgetNamespace(String name) {
        namespaces.remove(name);
    }

    @Override
    public Collection<PolicyRules> policies() {
        return Collections.unmodifiableCollection(policies.values());
    }

    @Override
    public Collection<DeclaredKey> keys() {
        return Collections.unmodifiableCollection(keys.values());
    }

    @Override
    public Map<String, Map<String, String>> namespaces() {
        return Collections.unmodifiableMap(namespaces);
    }
}
