package io.openrouteroperator.proof.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import javax.net.SocketFactory;

/** A gate before one server: plain HTTP/1.1 on loopback in, and out as the server speaks. */
public final class Gate implements AutoCloseable {
    private final ServerSocket listener;
    private final URI server;
    private final SocketFactory sockets;
    private volatile Guard guard = Guard.NONE;

    private Gate(URI server, SocketFactory sockets) throws IOException {
        this.server = server;
        this.sockets = sockets;
        this.listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("gate").start(this::acceptAll);
    }

    /** A gate before a server that speaks plain HTTP. */
    public static Gate before(String address) {
        return before(address, SocketFactory.getDefault());
    }

    /** A gate before a server that is reached by these sockets, such as TLS ones that trust it. */
    public static Gate before(String address, SocketFactory sockets) {
        try {
            return new Gate(URI.create(address), sockets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's address with the gate's host and port in it. */
    public String address() {
        String path = server.getPath();
        return "http://127.0.0.1:" + listener.getLocalPort() + (path == null ? "" : path);
    }

    /** Puts a guard in place of the one before. */
    public void guardedBy(Guard successor) {
        guard = successor;
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                Socket caller = listener.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException closed) {
                // The listener was closed: the loop ends.
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                Socket target = dial()) {
            new Connection(caller, target, this).serve();
        } catch (IOException hungUp) {
            // Either side hung up, which ends the connection for both, as it would without a gate.
        }
    }

    Socket dial() throws IOException {
        return sockets.createSocket(server.getHost(), server.getPort());
    }

    Guard guard() {
        return guard;
    }
}
