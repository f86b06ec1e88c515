package io.openrouteroperator.core.admission.facts;

import io.openrouteroperator.core.admission.recognition.KeyRecogniser;

/**
 * The object under review. The name may be empty: at admission a {@code generateName} has not been completed yet.
 *
 * @param service a name to suggest for the service's key: an app label, or the object's name without its generated tail
 */
public record ObjectIdentity(String kind, String namespace, String name, String service) {
    @Override
    public String toString() {
        return KeyRecogniser.printable(
                kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + (name.isEmpty() ? service : name));
    }
}
