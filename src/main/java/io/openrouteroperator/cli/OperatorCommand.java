package io.openrouteroperator.cli;

import io.openrouteroperator.cli.audit.AuditCommand;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.cli.evidence.ReportCommand;
import io.openrouteroperator.cli.installation.CheckInstallationCommand;
import io.openrouteroperator.cli.lint.LintCommand;
import io.openrouteroperator.cli.plan.PlanCommand;
import io.openrouteroperator.cli.verb.KeysCommand;
import io.openrouteroperator.cli.verb.NextCommand;
import io.openrouteroperator.cli.verb.RevokeCommand;
import io.openrouteroperator.cli.verb.RotateCommand;
import io.openrouteroperator.cli.verb.StatusCommand;
import io.openrouteroperator.cli.verb.WhyCommand;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command without a verb: it prints what there is. */
@Command(
        name = "openrouter-operator",
        description = "The rules and the audit log of the OpenRouter Operator on the command line.",
        mixinStandardHelpOptions = true,
        subcommands = {ExplainCommand.class, GenerateCompletion.class})
public final class OperatorCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private OperatorCommand() {}

    /**
     * All commands.
     *
     * @param clock what the commands take for now
     * @param input what they read where a file is called {@code -}
     * @param further commands that need more than that, made by the wiring
     */
    public static CommandLine commandLine(Clock clock, InputStream input, Object... further) {
        String version = Objects.requireNonNullElse(
                OperatorCommand.class.getPackage().getImplementationVersion(), "development");
        CommandLine commandLine = new CommandLine(new OperatorCommand());
        commandLine.addSubcommand(new LintCommand(clock, input, version));
        commandLine.addSubcommand(AuditCommand.commandLine(clock, input, version));
        List.of(
                        new PlanCommand(clock, input),
                        new StatusCommand(input),
                        new KeysCommand(input),
                        new NextCommand(clock, input),
                        new RotateCommand(clock),
                        new RevokeCommand(clock, input),
                        new WhyCommand(clock, input),
                        new ReportCommand(clock, input),
                        new CheckInstallationCommand(clock))
                .forEach(commandLine::addSubcommand);
        List.of(further).forEach(commandLine::addSubcommand);
        commandLine.getCommandSpec().version("openrouter-operator " + version);
        return commandLine.setExecutionExceptionHandler(OperatorCommand::explain);
    }

    /** What people can do something about is said in a sentence; anything else is a mistake of ours, and shown whole. */
    private static int explain(Exception problem, CommandLine command, ParseResult parsed) throws Exception {
        if (problem instanceof ClusterUnreadableException) {
            command.getErr().println(problem.getMessage());
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        throw problem;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
