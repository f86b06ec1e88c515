package io.openrouteroperator.cli.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code openrouter-operator audit}: prints what there is. */
@Command(name = "audit", description = "Work with the operator's audit log.", mixinStandardHelpOptions = true)
public final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
