package io.openrouteroperator.proof.detection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.cli.ShippedCommand;
import io.openrouteroperator.cli.ShippedCommand.Ended;
import io.openrouteroperator.installation.InstalledOperator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code openrouter-operator report --format json}, as a reviewer runs it.
 *
 * @param kubeconfig of the reviewer
 */
record ReviewReport(Path kubeconfig) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether a report of this moment has a finding that breaks the control and names the owner. */
    boolean has(String control, String owner) {
        return of(owner).anyMatch(finding -> texts(finding.path("controls")).contains(control));
    }

    /** What a report of this moment says to an owner, for people who wonder. */
    String told(String owner) {
        return of(owner)
                .map(finding -> texts(finding.path("controls")) + " "
                        + finding.path("statement").asText())
                .toList()
                .toString();
    }

    private Stream<JsonNode> of(String owner) {
        List<JsonNode> findings = new ArrayList<>();
        read().path("findings").forEach(findings::add);
        return findings.stream()
                .filter(finding -> finding.path("owner").asText().equals(owner));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private JsonNode read() {
        try {
            Ended ended = new ShippedCommand(kubeconfig)
                    .end("", "report", "--format", "json", "--operator-namespace", InstalledOperator.NAMESPACE);
            return JSON.readTree(ended.output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
