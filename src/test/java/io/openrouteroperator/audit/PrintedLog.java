package io.openrouteroperator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.core.audit.chain.ChainLine;
import io.openrouteroperator.installation.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What a real operator has printed up to now: its own log, with the lines of the audit log among it. */
record PrintedLog(Installation installation, String namespace) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of it. */
    String text() {
        return installation.operator().operator().log();
    }

    /** Every line of the audit log. */
    List<String> allLines() {
        return text().lines()
                .filter(line -> line.startsWith("{\"schema\":\"openrouter-operator.io/audit/"))
                .toList();
    }

    /** Those about objects of the namespace. */
    List<String> lines() {
        return allLines().stream()
                .filter(line -> line.contains("\"" + namespace + "\""))
                .toList();
    }

    /** Those of one process. */
    List<String> linesOf(String writer) {
        return allLines().stream()
                .filter(line -> ChainLine.parse(line).orElseThrow().writer().equals(writer))
                .toList();
    }

    /** How many about the namespace tell of an action. */
    long count(String action) {
        return lines().stream().filter(line -> action(line).equals(action)).count();
    }

    /** The one line about the namespace that tells of an action. */
    JsonNode only(String action) {
        List<String> found =
                lines().stream().filter(line -> action(line).equals(action)).toList();
        assertThat(found).as(action).hasSize(1);
        return json(found.getFirst());
    }

    static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String action(String line) {
        return ChainLine.parse(line).orElseThrow().action();
    }
}
