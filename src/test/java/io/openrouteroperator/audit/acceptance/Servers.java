package io.openrouteroperator.audit.acceptance;

import io.openrouteroperator.controlplane.process.Launch;
import io.openrouteroperator.controlplane.process.ProgramsScript;
import io.openrouteroperator.controlplane.process.SupervisedProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;

/** The programs that {@code src/test/sinks/programs.sh} finds or builds. */
final class Servers {
    private static final Path FOLDER = ProgramsScript.run(Path.of("src/test/sinks/programs.sh"));
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
}
