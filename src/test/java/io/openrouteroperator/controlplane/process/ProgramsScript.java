package io.openrouteroperator.controlplane.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A script of the checkout that finds or builds programs, and prints the folder that holds them. */
public final class ProgramsScript {
    private ProgramsScript() {}

    /**
     * Runs it, which may build for some minutes the first time; its progress lines go to this JVM's standard error.
     *
     * @throws IllegalStateException if it could not get the programs; it has then said what was tried
     */
    public static Path run(Path script) {
        try {
            Process process = new ProcessBuilder(script.toString())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String folder = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(
                        script + " could not get the programs: it says what was tried and what helps");
            }
            return Path.of(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("could not run " + script, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + script, e);
        }
    }
}
