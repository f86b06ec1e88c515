package io.openrouteroperator.proof.gate;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One connection through a gate. There is one request on the way at a time, so the first byte that the server sends after one is the
 * beginning of its answer.
 */
final class Connection {
    private record Asked(Request request, Passage.Answer answer) {}

    private final Socket caller;
    private final Socket server;
    private final Gate gate;
    private final AtomicReference<@Nullable Asked> asked = new AtomicReference<>();

    Connection(Socket caller, Socket server, Gate gate) {
        this.caller = caller;
        this.server = server;
        this.gate = gate;
    }

    /** Carries requests until one side hangs up. */
    void serve() throws IOException {
        Thread.ofVirtual().start(this::deliverAnswers);
        InputStream in = new BufferedInputStream(caller.getInputStream());
        RequestReader requests = new RequestReader(in);
        Optional<Request> request = requests.next();
        while (request.isPresent()) {
            pass(request.get());
            if (request.get().upgrades()) {
                in.transferTo(server.getOutputStream());
            }
            request = requests.next();
        }
    }

    private void pass(Request request) throws IOException {
        switch (gate.guard().arrives(request)) {
            case Passage.Through(Passage.Answer answer) -> ask(request, answer);
            case Passage.Twice _ -> {
                askAside(request);
                ask(request, Passage.Answer.DELIVERED);
            }
            case Passage.Instead(int status, String body) -> answer(status, body);
            case Passage.Held _ -> {}
            case Passage.Cut _ -> reset();
        }
    }

    private void ask(Request request, Passage.Answer answer) throws IOException {
        asked.set(new Asked(request, answer));
        OutputStream out = server.getOutputStream();
        out.write(request.bytes());
        out.flush();
    }

    /** Asks on a connection of its own, and waits until the server has begun to answer. */
    private void askAside(Request request) throws IOException {
        try (Socket aside = gate.dial()) {
            aside.getOutputStream().write(request.bytes());
            aside.getOutputStream().flush();
            aside.getInputStream().read();
        }
    }

    private void answer(int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " By the gate\r\nContent-Type: application/json\r\nContent-Length: "
                + bytes.length + "\r\n\r\n";
        OutputStream out = caller.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    private void deliverAnswers() {
        byte[] buffer = new byte[16 * 1024];
        boolean held = false;
        try (caller) {
            InputStream in = server.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                Asked answered = asked.getAndSet(null);
                if (answered != null) {
                    gate.guard().answered(answered.request());
                    held = answered.answer() == Passage.Answer.HELD;
                    if (answered.answer() == Passage.Answer.CUT) {
                        reset();
                    }
                }
                if (!held) {
                    caller.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException hungUp) {
            // The other direction sees the same end.
        }
    }

    /** Ends the connection so that the caller sees a reset, not an orderly end. */
    private void reset() throws IOException {
        caller.setSoLinger(true, 0);
        caller.close();
    }
}
