package io.openrouteroperator.controlplane;

import io.openrouteroperator.controlplane.process.ProgramsScript;
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
        return new Programs(ProgramsScript.run(checkout().resolve(SCRIPT)));
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
