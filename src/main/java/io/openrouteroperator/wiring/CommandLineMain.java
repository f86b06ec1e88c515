package io.openrouteroperator.wiring;

import io.openrouteroperator.cli.OperatorCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The program {@code openrouter-operator}; the operator itself is started by Quarkus. */
public final class CommandLineMain {
    /** Held, as loggers are forgotten with their levels. Commands say themselves what went wrong; what libraries log is noise beside it. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private CommandLineMain() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        LIBRARIES.setLevel(Level.OFF);
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = OperatorCommand.commandLine(Clock.systemUTC(), System.in)
                .setOut(out)
                .setErr(err)
                .execute(arguments);
        out.flush();
        System.exit(code);
    }
}
