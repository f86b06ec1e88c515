package io.openrouteroperator.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One object and the answer to it.
 *
 * @param expected {@code rule-id at field.path} of every violation, sorted; empty for an object that breaks no rule
 * @param existing Secrets, ConfigMaps and OpenRouterKeys that the cluster has already
 */
public record CorpusCase(String name, List<String> expected, List<JsonNode> existing, JsonNode object) {
    public CorpusCase {
        expected = expected.stream().sorted().toList();
        existing = List.copyOf(existing);
    }

    @Override
    public String toString() {
        return name;
    }
}
