package io.openrouteroperator.proof.bench.admission;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads what a server of HTTP/1.1 answers, one after the other; buffers are kept, as the load must cost less than what it measures. */
final class HttpAnswers {
    private static final String LENGTH = "content-length:";
    private static final String CODING = "transfer-encoding:";

    private final InputStream in;
    private final byte[] line = new byte[8192];
    private String status = "";
    private byte[] content = new byte[0];

    HttpAnswers(InputStream in) {
        this.in = in;
    }

    /** Reads the next one, and nothing of what follows it. */
    void next() throws IOException {
        status = readLine();
        int length = 0;
        boolean chunked = false;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
            chunked |= header.regionMatches(true, 0, CODING, 0, CODING.length());
        }
        content = chunked ? readChunks() : in.readNBytes(length);
    }

    /** The first line of the last one. */
    String status() {
        return status;
    }

    boolean hasCode(int code) {
        return status.startsWith("HTTP/1.1 " + code);
    }

    /** The body of the last one. */
    byte[] content() {
        return content;
    }

    private byte[] readChunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int size;
        do {
            size = Integer.parseInt(readLine(), 16);
            all.write(in.readNBytes(size));
            readLine();
        } while (size > 0);
        return all.toByteArray();
    }

    private String readLine() throws IOException {
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            line[length++] = (byte) next;
        }
        return new String(line, 0, Math.max(0, length - 1), StandardCharsets.US_ASCII);
    }
}
