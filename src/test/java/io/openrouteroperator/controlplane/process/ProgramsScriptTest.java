package io.openrouteroperator.controlplane.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsScriptTest {
    private final Path directory;

    ProgramsScriptTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void returnsTheFolderThatIsPrinted() throws IOException {
        assertThat(ProgramsScript.run(script("echo /cache/programs"))).isEqualTo(Path.of("/cache/programs"));
    }

    @Test
    void aFolderDoesNotCountWhenTheScriptFails() throws IOException {
        Path script = script("echo /cache/programs; exit 1");

        assertThatThrownBy(() -> ProgramsScript.run(script))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(script.toString());
    }

    private Path script(String content) throws IOException {
        Path script = Files.writeString(directory.resolve("programs.sh"), "#!/bin/sh\n" + content + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
