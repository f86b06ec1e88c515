package io.openrouteroperator.cli;

import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.policy.NearestMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code openrouter-operator explain}: the page of a rule, which refusals point at. */
@Command(
        name = "explain",
        description = "Print what a rule is about, with a bad and a good manifest.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  openrouter-operator explain literal-key")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RULE", arity = "1..*", description = "Ids of rules, as the refusal names them.")
    private List<String> rules = List.of();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (String rule : rules) {
            Optional<String> page = page(rule);
            if (page.isEmpty()) {
                spec.commandLine().getErr().println(unknown(rule));
                return 2;
            }
            out.print(page.get());
        }
        out.flush();
        return 0;
    }

    private static String unknown(String rule) {
        List<String> known = Arrays.stream(Rule.values()).map(Rule::id).toList();
        String question = NearestMatch.question(rule, known);
        return "There is no rule \"%s\"%s The rules are %s."
                .formatted(rule, question.isEmpty() ? "." : question, String.join(", ", known));
    }

    private static Optional<String> page(String id) throws IOException {
        boolean known = Arrays.stream(Rule.values()).anyMatch(rule -> rule.id().equals(id));
        try (InputStream page = known ? ExplainCommand.class.getResourceAsStream("/rules/" + id + ".md") : null) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
