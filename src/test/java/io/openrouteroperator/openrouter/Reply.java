package io.openrouteroperator.openrouter;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** What a {@link ScriptedServer} does with a request: some bytes, then something with the connection. */
public record Reply(String bytes, Ending ending) {
    /** What becomes of the connection. */
    public enum Ending {
        KEEP,
        CLOSE,
        RESET,
        STALL
    }

    /** A complete JSON answer. */
    public static Reply json(int status, String body) {
        return full(status, "Content-Type: application/json\r\n", body);
    }

    /** A complete JSON answer with header lines, each ended by CR LF. */
    public static Reply json(int status, String headers, String body) {
        return full(status, "Content-Type: application/json\r\n" + headers, body);
    }

    /** A complete answer. */
    public static Reply full(int status, String headers, String body) {
        return new Reply(head(status, headers, length(body)) + body, Ending.KEEP);
    }

    /** An OpenRouter error. */
    public static Reply error(int status, String message) {
        return json(status, "{\"error\":{\"code\":" + status + ",\"message\":\"" + message + "\"}}");
    }

    /** Nothing but a reset after the request was read. */
    public static Reply reset() {
        return new Reply("", Ending.RESET);
    }

    /** Nothing but an orderly close after the request was read. */
    public static Reply hangUp() {
        return new Reply("", Ending.CLOSE);
    }

    /** Nothing, for as long as the server lives. */
    public static Reply silence() {
        return new Reply("", Ending.STALL);
    }

    /** An answer of which only the first half of the body is sent. */
    public static Reply truncated(int status, String body) {
        return new Reply(half(status, body), Ending.CLOSE);
    }

    /** The first half of the body, and then nothing for as long as the server lives. */
    public static Reply stalled(int status, String body) {
        return new Reply(half(status, body), Ending.STALL);
    }

    /** The same bytes, after which the connection is reset. */
    public Reply thenReset() {
        return new Reply(bytes, Ending.RESET);
    }

    /** The same bytes, after which the connection is closed without a word. */
    public Reply thenClose() {
        return new Reply(bytes, Ending.CLOSE);
    }

    /** The status line and what becomes of the connection; names of tests show it, and bodies hold keys. */
    @Override
    public String toString() {
        return (bytes.lines().findFirst().orElse("nothing") + ", then " + ending).toLowerCase(Locale.ROOT);
    }

    /** Plays this; answers whether the connection may serve another request. */
    boolean play(Socket connection, CountDownLatch closing) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(bytes.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return switch (ending) {
            case KEEP -> true;
            case CLOSE -> false;
            case RESET -> {
                connection.setSoLinger(true, 0);
                yield false;
            }
            case STALL -> {
                await(closing);
                yield false;
            }
        };
    }

    private static void await(CountDownLatch closing) {
        try {
            closing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String half(int status, String body) {
        return head(status, "Content-Type: application/json\r\n", length(body)) + body.substring(0, body.length() / 2);
    }

    private static String head(int status, String headers, int length) {
        return "HTTP/1.1 " + status + " Scripted\r\n" + headers + "Content-Length: " + length + "\r\n\r\n";
    }

    private static int length(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }
}
