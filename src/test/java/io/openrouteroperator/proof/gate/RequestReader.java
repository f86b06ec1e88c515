package io.openrouteroperator.proof.gate;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes whole HTTP/1.1 requests from a connection. */
final class RequestReader {
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *([0-9]+)");
    private static final String CHUNKED = "\r\ntransfer-encoding: chunked";

    private final InputStream in;

    RequestReader(InputStream in) {
        this.in = in;
    }

    /** The next request, or empty when the caller hung up between two. */
    Optional<Request> next() throws IOException {
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        String head = text(first, "\r\n\r\n");
        String lower = head.toLowerCase(Locale.ROOT);
        Matcher length = LENGTH.matcher(lower);
        if (length.find()) {
            return Optional.of(new Request(head, text(bytes(Integer.parseInt(length.group(1))))));
        }
        return Optional.of(new Request(head, lower.contains(CHUNKED) ? chunks() : ""));
    }

    private String chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size;
        do {
            String line = text(in.read(), "\r\n");
            size = Integer.parseInt(line.strip(), 16);
            body.write(line.getBytes(StandardCharsets.ISO_8859_1));
            body.write(bytes(size + 2));
        } while (size > 0);
        return text(body.toByteArray());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private byte[] bytes(int count) throws IOException {
        byte[] read = in.readNBytes(count);
        if (read.length < count) {
            throw new EOFException("hung up in the middle of a body");
        }
        return read;
    }

    private String text(int first, String end) throws IOException {
        StringBuilder text = new StringBuilder();
        int next = first;
        while (next >= 0) {
            text.append((char) next);
            if (text.length() >= end.length()
                    && text.substring(text.length() - end.length()).equals(end)) {
                return text.toString();
            }
            next = in.read();
        }
        throw new EOFException("hung up in the middle of a head");
    }
}
