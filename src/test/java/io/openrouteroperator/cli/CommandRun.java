package io.openrouteroperator.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** One run of the command line within this JVM. */
public record CommandRun(int exitCode, String out, String err) {
    /** What commands take for now. */
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    /** Runs a command with this on its standard input. */
    public static CommandRun withInput(String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = OperatorCommand.commandLine(
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }

    /** Runs a command. */
    public static CommandRun of(String... arguments) {
        return withInput("", arguments);
    }
}
