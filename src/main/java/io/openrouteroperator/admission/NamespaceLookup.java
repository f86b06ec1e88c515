package io.openrouteroperator.admission;

import java.util.Map;
import java.util.Optional;

/** Port: reads the labels of one namespace. It blocks. */
@FunctionalInterface
public interface NamespaceLookup {
    /** The labels; nothing for a namespace that does not exist. Throws when the API server does not answer. */
    Optional<Map<String, String>> labels(String namespace);
}
