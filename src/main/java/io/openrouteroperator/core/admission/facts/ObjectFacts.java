package io.openrouteroperator.core.admission.facts;

/** One Kubernetes object, reduced to what the rules look at. */
public sealed interface ObjectFacts {
    /** Which object. */
    ObjectIdentity object();

    /** A pod, or an object that runs pods. */
    record Pods(PodFacts pod) implements ObjectFacts {
        @Override
        public ObjectIdentity object() {
            return pod.object();
        }
    }

    /** A Secret or ConfigMap, and the keys in it. */
    record Contents(ObjectIdentity object, EntryKeys keys) implements ObjectFacts {}

    /** Any other object: no rule is about it. */
    record Other(ObjectIdentity object) implements ObjectFacts {}
}
