package io.openrouteroperator.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder with the control plane's programs, found or built by {@code src/test/control-plane/assets.sh}.
 *
 * @param folder holds kube-apiserver, etcd, kubectl, helm and the others, and kwok's stages
 */
record Programs(Path folder) {

    private static final Path SCRIPT = Path.of("src/test/control-plane/assets.sh");

    /**
     * Asks the script, which may build for some minutes the first time; its progress lines go to this JVM's standard error.
     *
     * @throws IllegalStateException if no way to get the programs worked; the script has then said what to do
     */
    static Programs locate() {
        Path script = checkout().resolve(SCRIPT);
        try {
            Process process = new ProcessBuilder(script.toString())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String folder = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("no Kubernetes control plane could be had: run " + SCRIPT
                        + ", which says what was tried and what helps");
            }
            return new Programs(Path.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("could not run " + script, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + script, e);
        }
    }

    String path(String program) {
        return folder.resolve(program).toString();
    }

    private static Path checkout() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(SCRIPT))) {
                return folder;
            }
        }
        throw new IllegalStateException(SCRIPT + " is in no folder above " + start);
    }
}
