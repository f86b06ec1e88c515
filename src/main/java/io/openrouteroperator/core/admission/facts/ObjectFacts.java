package io.openrouteroperator.core.admission.facts;

import java.util.Set;

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

    /**
     * A Secret or ConfigMap, and the keys in it.
     *
     * @param marks field paths of {@link OperatorMarks} on a Secret
     */
    record Contents(ObjectIdentity object, EntryKeys keys, Set<String> marks) implements ObjectFacts {
        public Contents {
            marks = Set.copyOf(marks);
        }
    }

    /** Any other object: no rule is about it. */
    record Other(ObjectIdentity object) implements ObjectFacts {}
}
