package io.openrouteroperator.controlplane.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports to listen on. They lie below the range that systems give to outgoing connections, so that a server which
 * is killed and started again finds its port still free.
 */
public final class FreePorts {

    private static final int FROM = 16_000;
    private static final int BELOW = 32_000;
    private static final int TRIES = 200;

    private FreePorts() {}

    /** A port on the loopback address that nobody listens on now. */
    public static int next() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FROM, BELOW);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + FROM + " and " + BELOW);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
