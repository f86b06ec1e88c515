package io.openrouteroperator.cli.verify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.cli.cluster.ChosenNamespace;
import io.openrouteroperator.cli.cluster.ClusterConnection;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.cli.terminal.JsonText;
import io.openrouteroperator.cli.terminal.Output;
import io.openrouteroperator.cli.terminal.Table;
import io.openrouteroperator.core.openrouter.OpenRouterConnector;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.verification.ProbeVerdict;
import io.openrouteroperator.core.verification.ProbeVerdict.Result;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kubectl openrouter verify}: ask OpenRouter, with a service's key, for what it must refuse. */
@Command(
        name = "verify",
        description = {
            "Try out that OpenRouter refuses what a key's class does not allow: with the key itself, ask once for a model"
                    + " outside of the class, for a free model, and for a provider that is not approved.",
            "The prompt says nothing but \"Say OK.\"; a refusal costs nothing, and one that is wrongly served a fraction of a cent."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was refused that must be",
            "1:something was served that must not be, or an answer proves nothing",
            "2:the key or OpenRouter could not be reached, or an option is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl openrouter verify checkout -n shop",
            "  kubectl openrouter verify checkout -n shop --allowed-too -o json",
            "  kubectl openrouter verify patients -n clinic --regulated",
            "  kubectl openrouter verify checkout -n shop --proxy proxy.example:3128 --ca-bundle company.pem"
        })
public final class VerifyCommand implements Callable<Integer> {
    private final Route.Connectors connectors;
    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "KEY", description = "Name of an OpenRouterKey; its Secret is read.")
    private String key = "";

    @Mixin
    private ChosenNamespace namespace = new ChosenNamespace();

    @Mixin
    private ClusterConnection cluster = new ClusterConnection();

    @Option(
            names = "--allowed-too",
            description = "Ask also for what the class allows, and say who served it: this costs a fraction of a cent.")
    private boolean allowedToo;

    @Option(
            names = "--regulated",
            description =
                    "Needed for a class with the rules of regulated data, whose keys nobody should use by the way.")
    private boolean regulated;

    @Mixin
    private Route route = new Route();

    @Mixin
    private Output output = new Output();

    /**
     * The command.
     *
     * @param connectors open the connection to the key's account
     * @param clock decides which models are gone
     */
    public VerifyCommand(Route.Connectors connectors, Clock clock) {
        this.connectors = connectors;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        OpenRouterConnector connector = connector();
        try (ClusterObjects objects = cluster.objects()) {
            String chosen = namespace.in(objects);
            ServiceKey service = ServiceKey.read(objects, chosen, key);
            if (service.rules().regulated() && !regulated) {
                throw new ClusterUnreadableException(
                        "Class \"%s\" has the rules of regulated data: add --regulated if its key is to be used for this."
                                .formatted(service.rules().name()));
            }
            List<ProbeVerdict> verdicts = new Verification(connector, clock).of(service, allowedToo);
            PrintWriter out = spec.commandLine().getOut();
            out.print(output.json() ? JsonText.of(json(chosen, verdicts)) : table(verdicts));
            out.flush();
            return verdicts.stream().allMatch(VerifyCommand::isWell) ? 0 : 1;
        } catch (OpenRouterException e) {
            throw new ClusterUnreadableException("OpenRouter could not be asked: " + e.getMessage());
        }
    }

    private OpenRouterConnector connector() {
        try {
            return connectors.through(route);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    private static boolean isWell(ProbeVerdict verdict) {
        return verdict.result() == Result.PASS || verdict.result() == Result.NOT_APPLICABLE;
    }

    private static String table(List<ProbeVerdict> verdicts) {
        Table table = new Table("ASKED FOR", "RESULT", "DETAIL");
        verdicts.forEach(verdict -> table.row(verdict.question().words(), word(verdict.result()), verdict.detail()));
        return table.text();
    }

    private ObjectNode json(String chosen, List<ProbeVerdict> verdicts) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("namespace", chosen)
                .put("name", key)
                .put("at", clock.instant().toString());
        ArrayNode probes = document.putArray("probes");
        verdicts.forEach(verdict -> probes.addObject()
                .put("askedFor", verdict.question().words())
                .put("result", word(verdict.result()))
                .put("detail", verdict.detail()));
        return document;
    }

    private static String word(Result result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
