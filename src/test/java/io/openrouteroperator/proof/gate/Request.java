package io.openrouteroperator.proof.gate;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP request as it came, head and body.
 *
 * @param head request line and headers with the empty line at their end
 * @param body as sent, with its chunk headers where it was sent in chunks; one character for each byte
 */
public record Request(String head, String body) {
    /** Such as {@code POST}. */
    public String method() {
        return word(0);
    }

    /** The path without its query. */
    public String path() {
        String target = word(1);
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The body as text. */
    public String text() {
        return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Whether it changes nothing. */
    public boolean reads() {
        return method().equals("GET");
    }

    /** Whether what follows is no HTTP any more: a watch over a web socket. */
    boolean upgrades() {
        return head.toLowerCase(Locale.ROOT).contains("\r\nupgrade: websocket");
    }

    byte[] bytes() {
        return (head + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String word(int number) {
        return head.substring(0, head.indexOf('\r')).split(" ", -1)[number];
    }
}
