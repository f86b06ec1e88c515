package io.openrouteroperator.wiring;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openrouteroperator.cli.OperatorCommand;
import io.openrouteroperator.cli.terminal.StandardOutput;
import io.openrouteroperator.cli.verify.Route;
import io.openrouteroperator.cli.verify.VerifyCommand;
import io.openrouteroperator.core.openrouter.OpenRouterConnector;
import io.openrouteroperator.openrouter.HttpOpenRouterConnector;
import io.openrouteroperator.openrouter.http.ClientSettings;
import io.openrouteroperator.openrouter.http.ProxySettings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** The program {@code openrouter-operator}; the operator itself is started by Quarkus. */
public final class CommandLineMain {
    /** Held, as loggers are forgotten with their levels. Commands say themselves what went wrong; what libraries log is noise beside it. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private CommandLineMain() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] arguments) {
        LIBRARIES.setLevel(Level.OFF);
        StandardOutput standardOutput = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        PrintWriter out = new PrintWriter(standardOutput, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Clock clock = Clock.systemUTC();
        VerifyCommand verify = new VerifyCommand(route -> openRouter(route, clock), clock);
        CommandLine commandLine = OperatorCommand.commandLine(clock, System.in, verify)
                .setOut(out)
                .setErr(err);
        int code = commandLine.execute(arguments);
        out.flush();
        System.exit(standardOutput.exitCode(code, err));
    }

    /** Opened by the one command that asks OpenRouter. */
    private static OpenRouterConnector openRouter(Route route, Clock clock) {
        String proxy = route.proxy();
        ClientSettings settings = ClientSettings.defaults("openrouter-operator-cli")
                .withCaBundle(route.caBundle())
                .withProxy(proxy == null ? null : ProxySettings.parse(proxy, route.except()));
        return new HttpOpenRouterConnector(
                settings,
                clock,
                new SimpleMeterRegistry(),
                () -> ThreadLocalRandom.current().nextDouble());
    }
}
