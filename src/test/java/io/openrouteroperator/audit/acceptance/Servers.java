package io.openrouteroperator.audit.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The programs that {@code src/test/sinks/programs.sh} finds or builds. */
final class Servers {
    private static final Path FOLDER = locate();

    private Servers() {}

    static String path(String program) {
        return FOLDER.resolve(program).toString();
    }

    private static Path locate() {
        try {
            Process process = new ProcessBuilder("src/test/sinks/programs.sh")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String folder = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("src/test/sinks/programs.sh failed, and has said why");
            }
            return Path.of(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
