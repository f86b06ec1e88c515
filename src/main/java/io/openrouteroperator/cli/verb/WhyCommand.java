package io.openrouteroperator.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.cli.cluster.ChosenNamespace;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterOptions;
import io.openrouteroperator.cli.cluster.RequiredManifests;
import io.openrouteroperator.cli.file.Manifest;
import io.openrouteroperator.cli.terminal.Output;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kubectl openrouter why}: why an object is refused, or would be. */
@Command(
        name = "why",
        description =
                "Explain what admission says to an object: the rule, the place, and what to do. The rules run here, with the"
                        + " policies and keys of the cluster; nothing is created.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is admitted, perhaps with a warning",
            "1:it is refused",
            "2:there is no such object, the cluster or a file could not be read, or an option is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl openrouter why checkout-7d9f5 -n shop",
            "  kubectl openrouter why deployment/checkout",
            "  kubectl openrouter why -f deployment.yaml --read-contents"
        })
public final class WhyCommand implements Callable<Integer> {
    private final Clock clock;
    private final InputStream input;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Parameters(paramLabel = "OBJECT", arity = "0..1", description = "A pod, or KIND/NAME.")
    private @Nullable String object;

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "PATH",
            description = "Manifests to ask about, or - for standard input. Repeatable.")
    private List<String> paths = List.of();

    @Mixin
    private ChosenNamespace namespace = new ChosenNamespace();

    @Option(
            names = "--read-contents",
            description = "Read the Secrets and ConfigMaps that a pod refers to and that are not the operator's, as the"
                    + " webhook does. No key is printed.")
    private boolean readContents;

    @Mixin
    private Output output = new Output();

    /**
     * The command.
     *
     * @param clock decides whether an exemption still holds
     * @param input what {@code -} stands for
     */
    public WhyCommand(Clock clock, InputStream input) {
        this.clock = clock;
        this.input = input;
    }

    @Override
    public Integer call() {
        if ((object == null) == paths.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name one object, or files with -f.");
        }
        List<Answer> answers = new ArrayList<>();
        try (ClusterObjects objects = cluster.open(input)) {
            String where = namespace.in(objects);
            AdmissionOracle oracle = new AdmissionOracle(objects, readContents, clock.instant());
            asked(objects, where).forEach(each -> answers.add(oracle.about(each, where)));
        }
        spec.commandLine().getOut().print(output.json() ? AnswerReport.json(answers) : AnswerReport.text(answers));
        spec.commandLine().getOut().flush();
        return answers.stream().allMatch(answer -> answer.refused().isEmpty()) ? 0 : 1;
    }

    private List<JsonNode> asked(ClusterObjects objects, String where) {
        if (object != null) {
            return List.of(Target.parse(object).in(objects, where));
        }
        return RequiredManifests.read(paths, input).stream()
                .map(Manifest::object)
                .toList();
    }
}
