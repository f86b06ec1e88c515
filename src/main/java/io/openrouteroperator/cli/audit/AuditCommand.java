package io.openrouteroperator.cli.audit;

import io.openrouteroperator.cli.source.SourceCommand;
import java.io.InputStream;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code openrouter-operator audit} without a verb: it prints what there is. */
@Command(
        name = "audit",
        description = "Check source trees and audit logs, without a cluster.",
        mixinStandardHelpOptions = true)
public final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private AuditCommand() {}

    /**
     * The group with its commands.
     *
     * @param clock what the commands take for now
     * @param input what {@code -} stands for
     * @param version of the tool, where a report names it
     */
    public static CommandLine commandLine(Clock clock, InputStream input, String version) {
        return new CommandLine(new AuditCommand())
                .addSubcommand(new SourceCommand(clock, version))
                .addSubcommand(new VerifyCommand(input));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
