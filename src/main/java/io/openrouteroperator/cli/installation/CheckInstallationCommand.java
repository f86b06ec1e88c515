package io.openrouteroperator.cli.installation;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.cli.cluster.ChosenNamespace;
import io.openrouteroperator.cli.cluster.ClusterConnection;
import io.openrouteroperator.cli.terminal.TerminalText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code openrouter-operator check-installation}: what {@code helm test} runs, and whoever doubts an installation. */
@Command(
        name = "check-installation",
        description = {
            "Say whether an installed operator works: its kinds are known, a replica leads, the API server sends what the chart says, and the webhook answers.",
            "What it tries are dry runs: nothing is created."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything works",
            "1:something does not",
            "2:the cluster could not be asked, a right is missing, or an option is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  openrouter-operator check-installation -n openrouter-system",
            "  openrouter-operator check-installation -n openrouter-system --governed-namespace shop"
        })
public final class CheckInstallationCommand implements Callable<Integer> {
    private static final int INDENT = 8;

    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ClusterConnection cluster = new ClusterConnection();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "The operator's namespace. Default: that of the kubectl context, or of this pod.")
    private @Nullable String namespace;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "openrouter-operator",
            description = "Full name of the release, as its Deployment is called. Default: ${DEFAULT-VALUE}.")
    private String name = "";

    @Option(
            names = "--governed-namespace",
            paramLabel = "NAME",
            description = "Try pods in this namespace: one with a key must be refused, one without admitted.")
    private @Nullable String governed;

    @Option(names = "--no-webhook", description = "It was installed with webhook.enabled=false.")
    private boolean withoutWebhook;

    /** The command; {@code clock} says how old the leader's lease is. */
    public CheckInstallationCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (KubernetesClient client = cluster.open()) {
            List<Outcome> outcomes = check(client);
            TerminalText text = new TerminalText();
            for (Outcome outcome : outcomes) {
                text.line("%-8s%s".formatted(outcome.works() ? "ok" : "FAILED", outcome.subject()));
                text.block(INDENT, outcome.sentence());
            }
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return outcomes.stream().allMatch(Outcome::works) ? 0 : 1;
        }
    }

    private List<Outcome> check(KubernetesClient client) {
        String where = namespace == null ? ChosenNamespace.ofContext(client) : namespace;
        InstalledParts parts = new InstalledParts(client, where, name, clock);
        Trials trials = new Trials(new DryRun(client));
        List<Outcome> outcomes = new ArrayList<>(List.of(parts.definitions(), parts.leader()));
        if (!withoutWebhook) {
            outcomes.add(parts.configuration());
            outcomes.add(trials.answers(where));
        }
        if (!withoutWebhook && governed != null) {
            outcomes.add(trials.refusesKey(governed));
            outcomes.add(trials.admitsHarmless(governed));
        }
        return outcomes;
    }
}
