package io.openrouteroperator.scan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/** Port: reads the objects of one kind in one namespace. It blocks. */
@FunctionalInterface
interface ObjectSource {
    /**
     * Hands over every object, one at a time; none is kept. A kind that the cluster does not have has no objects.
     *
     * @throws ScanFailedException when the list could not be read to its end
     */
    void forEach(ScannedKind kind, String namespace, Consumer<JsonNode> consumer) throws ScanFailedException;
}
