package io.openrouteroperator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways of assets.sh that end quickly; the Go build is what every other test of this package runs on. */
class AssetsScriptTest {

    private static final List<String> PROGRAMS =
            List.of("kube-apiserver", "etcd", "kube-controller-manager", "kube-scheduler", "kubectl", "kwok", "helm");

    private final Path directory;

    AssetsScriptTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void takesAWholeFolderNamedByTheUser() throws Exception {
        Path assets = Files.createDirectory(directory.resolve("assets"));
        for (String program : PROGRAMS) {
            executable(assets.resolve(program), "");
        }
        Files.createFile(assets.resolve("kwok-stages.yaml"));

        CommandResult result = assetsScript(Map.of("KUBEBUILDER_ASSETS", assets.toString()));

        assertThat(result.orThrow().strip()).isEqualTo(assets.toString());
    }

    @Test
    void saysWhatToDoWhenNothingWorks() throws Exception {
        Path stubs = Files.createDirectory(directory.resolve("stubs"));
        executable(stubs.resolve("curl"), "echo 'curl: no network' >&2; exit 6");
        Path cache = directory.resolve("cache");

        CommandResult result = assetsScript(Map.of(
                "XDG_CACHE_HOME",
                cache.toString(),
                "GOMODCACHE",
                directory.resolve("modules").toString(),
                "GOPROXY",
                "off",
                "PATH",
                stubs + ":" + System.getenv("PATH")));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stdout()).isEmpty();
        assertThat(result.stderr()).contains("install Go 1.26 or newer").contains("KUBEBUILDER_ASSETS");
        try (Stream<Path> left = Files.list(cache.resolve("openrouter-operator/control-plane"))) {
            assertThat(left).isEmpty();
        }
    }

    private CommandResult assetsScript(Map<String, String> environment) throws IOException, InterruptedException {
        Path stdout = directory.resolve("stdout");
        Path stderr = directory.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder("src/test/control-plane/assets.sh")
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        builder.environment().remove("KUBEBUILDER_ASSETS");
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new CommandResult("assets.sh", exitCode, Files.readString(stdout), Files.readString(stderr));
    }

    private static void executable(Path file, String content) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + content + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
