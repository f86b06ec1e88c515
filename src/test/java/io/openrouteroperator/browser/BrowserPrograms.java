package io.openrouteroperator.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the browser is, and the program that drives it.
 *
 * @param browser Chromium or Chrome
 * @param driver the chromedriver of the same version
 */
record BrowserPrograms(Path browser, Path driver) {
    private static final Path SCRIPT = Path.of("src/test/browser/find.sh").toAbsolutePath();

    static BrowserPrograms find() {
        try {
            Process process = new ProcessBuilder(SCRIPT.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (process.waitFor() != 0 || lines.size() != 2) {
                throw new IllegalStateException("there is no browser, see what " + SCRIPT + " prints");
            }
            return new BrowserPrograms(Path.of(lines.getFirst()), Path.of(lines.getLast()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
