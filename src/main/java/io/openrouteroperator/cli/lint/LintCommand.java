package io.openrouteroperator.cli.lint;

import io.openrouteroperator.cli.Moment;
import io.openrouteroperator.cli.cluster.ClusterConnection;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.file.ManifestFiles;
import io.openrouteroperator.cli.report.OutputFormat;
import io.openrouteroperator.cli.report.Report;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code openrouter-operator lint}: the admission rules for files, before anything is applied. */
@Command(
        name = "lint",
        description = "Judge manifests by the rules of the webhook, before anything is applied.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing would be refused",
            "1:something would be refused (with --strict: or warned about)",
            "2:a file or the cluster could not be read, nothing was there to judge, or an option is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  openrouter-operator lint -f deploy/",
            "  helm template shop chart/ | openrouter-operator lint -f - --policy policy.yaml",
            "  openrouter-operator lint -f deploy/ --policy-from-cluster --at 2027-02-01",
            "  openrouter-operator lint -f deploy/ --output sarif > findings.sarif"
        })
public final class LintCommand implements Callable<Integer> {
    private final Clock clock;
    private final InputStream input;
    private final String version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-f", "--filename"},
            required = true,
            paramLabel = "PATH",
            description = "A file, a directory (read with all below it), or - for standard input. Repeatable.")
    private List<String> paths = List.of();

    @Option(
            names = "--policy",
            paramLabel = "PATH",
            description = "OpenRouterPolicy objects that decide what is refused, and whatever else is in the cluster"
                    + " already. Without it, every finding would be refused.")
    private List<String> policies = List.of();

    @Option(
            names = "--policy-from-cluster",
            description =
                    "Take policies, keys, accounts and namespaces from the cluster of the current kubectl context."
                            + " No Secret is read.")
    private boolean policyFromCluster;

    @Mixin
    private ClusterConnection cluster = new ClusterConnection();

    @Option(
            names = "--at",
            paramLabel = "DATE",
            converter = Moment.class,
            description = "Judge as on that day, to see what is refused when an exemption ends. Default: now.")
    private @Nullable Instant at;

    @Option(
            names = {"-n", "--namespace"},
            defaultValue = "default",
            description = "Namespace of objects that name none. Default: ${DEFAULT-VALUE}.")
    private String namespace = "default";

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.text;

    @Option(names = "--strict", description = "Warnings count as well.")
    private boolean strict;

    /**
     * The command.
     *
     * @param clock decides whether an exemption still holds
     * @param input what {@code -} stands for
     */
    public LintCommand(Clock clock, InputStream input, String version) {
        this.clock = clock;
        this.input = input;
        this.version = version;
    }

    @Override
    public Integer call() {
        Linter linter = new Linter(namespace, at == null ? clock.instant() : at);
        ManifestFiles files = new ManifestFiles(input, linter::addUnreadable);
        policies.forEach(path -> files.read(path, linter::addDeclared));
        if (policyFromCluster) {
            addCluster(linter);
        }
        paths.forEach(path -> files.read(path, linter::add));
        if (!policies.isEmpty() && !policyFromCluster && !linter.hasPolicies()) {
            warn("--policy names no OpenRouterPolicy: every finding counts as refused.");
        }
        if (linter.isEmpty()) {
            // As of a pipe whose first command failed: nothing judged is not the same as nothing wrong.
            linter.addUnreadable(String.join(", ", paths), "there is no Kubernetes object to judge");
        }
        Report report = linter.result().report();
        PrintWriter out = spec.commandLine().getOut();
        out.print(output.format(version).of(report));
        out.flush();
        return report.exitCode(strict);
    }

    private void addCluster(Linter linter) {
        try (ClusterObjects objects = cluster.objects()) {
            if (!linter.addDeclared(objects)) {
                warn("The cluster has no OpenRouterPolicy: every finding counts as refused.");
            }
        }
    }

    private void warn(String sentence) {
        spec.commandLine().getErr().println(sentence);
    }
}
