package io.openrouteroperator.audit.acceptance;

import io.openrouteroperator.controlplane.process.Launch;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** The programs that {@code src/test/sinks/programs.sh} finds or builds. */
final class Servers {
    private static final Path FOLDER = locate();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Servers() {}

    static String path(String program) {
        return FOLDER.resolve(program).toString();
    }

    /** Starts a program, and waits until it listens on the loopback address. */
    static SupervisedProcess start(Launch launch, int port) {
        return launch.start().awaitReady(PATIENCE, () -> listens(port));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
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
