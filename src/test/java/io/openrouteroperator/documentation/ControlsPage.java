package io.openrouteroperator.documentation;

import io.openrouteroperator.core.compliance.Control;
import io.openrouteroperator.core.compliance.ControlGroup;
import io.openrouteroperator.core.compliance.Framework;
import io.openrouteroperator.core.compliance.Mapping;
import io.openrouteroperator.core.compliance.Safeguard;
import io.openrouteroperator.core.compliance.catalogue.ControlCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Renders the catalogue of controls as a page for people. */
final class ControlsPage {
    /** Where the page is. */
    static final Path FILE = Path.of("docs/controls.md");

    private static final String HEAD = """
        # Controls

        The checklist that [`openrouter-operator report`](report.md) answers. Made by `make docs`; do not edit. An attestation in a policy names a
        control by its id. A mapping says that the answer is evidence for a requirement, never that the requirement is met.

        A class is taken to be for *regulated data* when its rules ask for one of these: zero data retention, redaction, own provider
        credentials, or countries. The articles of the EU AI Act bind those who provide or deploy high-risk systems.

        | framework | references are those of |
        |---|---|
        """;

    private ControlsPage() {}

    /** Writes the page. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, text());
    }

    /** The page as it should be. */
    static String text() {
        return HEAD
                + Arrays.stream(Framework.values())
                        .map(framework -> "| %s | [%s](%s) |\n"
                                .formatted(framework.title(), framework.source(), framework.address()))
                        .collect(Collectors.joining())
                + Arrays.stream(ControlGroup.values()).map(ControlsPage::group).collect(Collectors.joining());
    }

    private static String group(ControlGroup group) {
        return "\n## %s\n".formatted(group.title())
                + ControlCatalogue.controls().stream()
                        .filter(control -> control.group() == group)
                        .map(ControlsPage::control)
                        .collect(Collectors.joining());
    }

    private static String control(Control control) {
        return """

            ### %s

            %s

            - Answered by: %s
            - Proven by: %s
            - Reproduce: `%s`
            %s- Evidence for: %s
            """.formatted(
                        control.id(),
                        control.question(),
                        control.answered(),
                        control.proof(),
                        control.reproduce(),
                        control.safeguard() == null ? "" : safeguard(control.safeguard()),
                        Arrays.stream(Framework.values())
                                .map(framework -> mappings(framework, control.mappings()))
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining("; ")));
    }

    private static String safeguard(Safeguard safeguard) {
        return "- Kind: %s; time to detect: %s\n"
                .formatted(safeguard.prevented() ? "prevented" : "detected", safeguard.time());
    }

    private static String mappings(Framework framework, List<Mapping> mappings) {
        String references = mappings.stream()
                .filter(mapping -> mapping.framework() == framework)
                .map(Mapping::reference)
                .collect(Collectors.joining(", "));
        return references.isEmpty() ? "" : framework.title() + " " + references;
    }
}
