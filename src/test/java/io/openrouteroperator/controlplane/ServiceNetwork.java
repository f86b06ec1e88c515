package io.openrouteroperator.controlplane;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The cluster's network as kube-apiserver sees it: an HTTP CONNECT proxy that leads a Service's cluster address to ports on
 * this machine. So the chart's webhook configuration, which names a Service, works unchanged with an operator that runs as a process.
 *
 * <p>As kube-proxy does, it gives each new connection to the next endpoint, tries no other where that one refuses it, and leaves
 * connections alone whose endpoint is taken out. A Service without endpoints refuses connections.
 */
final class ServiceNetwork implements AutoCloseable {

    private static final String ACCEPTED = "HTTP/1.1 200 OK\r\n\r\n";
    private static final String REFUSED = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";

    private final Map<String, List<Integer>> endpoints = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Function<String, Optional<String>> serviceAt;
    private final ServerSocketChannel server;

    private ServiceNetwork(Function<String, Optional<String>> serviceAt, ServerSocketChannel server) {
        this.serviceAt = serviceAt;
        this.server = server;
    }

    /**
     * Listens on the socket.
     *
     * @param serviceAt finds "namespace/name" of the Service with a cluster address
     */
    static ServiceNetwork listen(Path socket, Function<String, Optional<String>> serviceAt) {
        try {
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            ServiceNetwork network = new ServiceNetwork(serviceAt, server);
            Thread.ofVirtual().name("service-network").start(network::acceptAll);
            return network;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void route(String namespace, String name, int port) {
        endpoints
                .computeIfAbsent(namespace + "/" + name, service -> new CopyOnWriteArrayList<>())
                .add(port);
    }

    void unroute(String namespace, String name, int port) {
        endpoints.getOrDefault(namespace + "/" + name, List.of()).removeIf(each -> each == port);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acceptAll() {
        try {
            while (true) {
                SocketChannel caller = server.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            }
        } catch (ClosedChannelException e) {
            // Closed by close(): the end of the work.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SocketChannel caller) {
        try (caller;
                InputStream fromCaller = Channels.newInputStream(caller);
                OutputStream toCaller = Channels.newOutputStream(caller)) {
            Optional<Integer> port = target(readHead(fromCaller));
            if (port.isEmpty()) {
                toCaller.write(REFUSED.getBytes(StandardCharsets.US_ASCII));
                return;
            }
            try (Socket target = new Socket()) {
                if (connect(target, port.get(), toCaller)) {
                    join(fromCaller, toCaller, target);
                }
            }
        } catch (IOException e) {
            // Either side hung up, which ends the connection for both; kube-apiserver reports it to its caller.
        }
    }

    private static boolean connect(Socket target, int port, OutputStream toCaller) throws IOException {
        try {
            target.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            toCaller.write(REFUSED.getBytes(StandardCharsets.US_ASCII));
            return false;
        }
        toCaller.write(ACCEPTED.getBytes(StandardCharsets.US_ASCII));
        return true;
    }

    private static void join(InputStream fromCaller, OutputStream toCaller, Socket target) throws IOException {
        Thread upwards = Thread.ofVirtual().start(() -> {
            try {
                fromCaller.transferTo(target.getOutputStream());
                target.shutdownOutput();
            } catch (IOException e) {
                // The other direction sees the same end.
            }
        });
        target.getInputStream().transferTo(toCaller);
        toCaller.close();
        upwards.interrupt();
    }

    /** The port behind "CONNECT address:port HTTP/1.1". */
    private Optional<Integer> target(String head) {
        String[] words = head.split(" ", 3);
        if (words.length < 3 || !words[0].equals("CONNECT")) {
            return Optional.empty();
        }
        String address = words[1].substring(0, words[1].lastIndexOf(':'));
        return serviceAt.apply(address).flatMap(this::next);
    }

    private Optional<Integer> next(String service) {
        Integer[] ports = endpoints.getOrDefault(service, List.of()).toArray(Integer[]::new);
        return ports.length == 0
                ? Optional.empty()
                : Optional.of(ports[Math.floorMod(turn.getAndIncrement(), ports.length)]);
    }

    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up in the middle of the head");
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
