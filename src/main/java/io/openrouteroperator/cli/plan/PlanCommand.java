package io.openrouteroperator.cli.plan;

import io.openrouteroperator.api.v1alpha1.ApiGroup;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterOptions;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.cli.cluster.Misspelling;
import io.openrouteroperator.cli.cluster.OwnKinds;
import io.openrouteroperator.cli.cluster.RequiredManifests;
import io.openrouteroperator.cli.file.Manifest;
import io.openrouteroperator.cli.terminal.Output;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code openrouter-operator plan}: what a policy would do, before it is applied. */
@Command(
        name = "plan",
        description =
                "Say what a change of a policy would do to keys, guardrails, rotations and workloads. Nothing is changed.",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 1,
        exitCodeOnExecutionException = 1,
        exitCodeListHeading = "%nExit codes, as those of terraform plan -detailed-exitcode:%n",
        exitCodeList = {
            "0:nothing would change",
            "1:there is no plan: a file or the cluster could not be read, or an option is wrong",
            "2:something would change",
            "3:something would change for the worse: admission refuses the policy, keys are stranded, or workloads are refused"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  openrouter-operator plan -f policy.yaml",
            "  kubectl openrouter plan -f policy.yaml --context staging -o json",
            "  kubectl get openrouter,namespaces,deployments -A -o yaml > cluster.yaml",
            "  openrouter-operator plan -f policy.yaml --snapshot cluster.yaml"
        })
public final class PlanCommand implements Callable<Integer> {
    private final Clock clock;
    private final InputStream input;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = {"-f", "--filename"},
            required = true,
            paramLabel = "PATH",
            description = "A file or directory with OpenRouterPolicy objects, or - for standard input. Repeatable;"
                    + " each policy is planned as if those before it had been applied.")
    private List<String> paths = List.of();

    @Mixin
    private Output output = new Output();

    /**
     * The command.
     *
     * @param clock decides which rotations are due
     * @param input what {@code -} stands for
     */
    public PlanCommand(Clock clock, InputStream input) {
        this.clock = clock;
        this.input = input;
    }

    @Override
    public Integer call() {
        List<OpenRouterPolicy> policies = policies();
        List<PlannedPolicy> planned = new ArrayList<>();
        try (ClusterObjects objects = cluster.open(input)) {
            PolicyPlanner planner = new PolicyPlanner(objects, clock.instant());
            policies.forEach(policy -> planned.add(planner.plan(policy)));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(output.json() ? PlanJson.of(planned) : PlanText.of(planned));
        out.flush();
        return exitCode(planned);
    }

    private static int exitCode(List<PlannedPolicy> planned) {
        if (planned.stream().anyMatch(PlannedPolicy::doesHarm)) {
            return 3;
        }
        return planned.stream().allMatch(PlannedPolicy::isEmpty) ? 0 : 2;
    }

    private List<OpenRouterPolicy> policies() {
        List<OpenRouterPolicy> policies = RequiredManifests.read(paths, input).stream()
                .filter(PlanCommand::isPolicy)
                .map(PlanCommand::policy)
                .toList();
        if (policies.isEmpty()) {
            throw new ClusterUnreadableException("There is no OpenRouterPolicy in " + String.join(", ", paths) + ".");
        }
        return policies;
    }

    private static boolean isPolicy(Manifest manifest) {
        return manifest.kind().equals("OpenRouterPolicy")
                && manifest.apiVersion().startsWith(ApiGroup.NAME + "/");
    }

    private static OpenRouterPolicy policy(Manifest manifest) {
        List<String> misfits = Misspelling.of(manifest);
        if (!misfits.isEmpty()) {
            throw new ClusterUnreadableException(String.join("\n", misfits));
        }
        return OwnKinds.policy(manifest.object());
    }
}
