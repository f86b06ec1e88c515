package io.openrouteroperator.core.admission.facts;

/** A Secret or ConfigMap whose content matters. */
public record ContentName(boolean secret, ObjectName object) {
    /** The name of a Secret or ConfigMap at hand. */
    public static ContentName of(ObjectIdentity object) {
        return new ContentName(object.kind().equals("Secret"), new ObjectName(object.namespace(), object.name()));
    }

    /** What a pod of the namespace refers to. */
    public static ContentName referredTo(String namespace, KeyReference reference) {
        return new ContentName(reference.isSecret(), new ObjectName(namespace, reference.target()));
    }
}
