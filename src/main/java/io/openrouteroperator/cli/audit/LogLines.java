package io.openrouteroperator.cli.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads lines byte for byte, without ever holding more than one line of bounded length. */
final class LogLines {
    /** Longer than any entry; what is longer is cut there, and so is none. */
    static final int LONGEST = 256 * 1024;

    private static final int CHUNK = 64 * 1024;

    private final InputStream input;
    private final byte[] chunk = new byte[CHUNK];
    private final byte[] line = new byte[LONGEST];
    private int position;
    private int filled;

    LogLines(InputStream input) {
        this.input = input;
    }

    /** The next line without its line break, each byte as one character; null at the end. */
    @Nullable
    String next() throws IOException {
        int length = 0;
        boolean any = false;
        while (fill()) {
            any = true;
            int end = position;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            int taken = Math.min(end - position, LONGEST - length);
            System.arraycopy(chunk, position, line, length, taken);
            length += taken;
            position = end;
            if (end < filled) {
                position++;
                break;
            }
        }
        return any ? new String(line, 0, length, StandardCharsets.ISO_8859_1) : null;
    }

    /** Whether there are bytes left. */
    private boolean fill() throws IOException {
        if (position == filled) {
            position = 0;
            filled = Math.max(0, input.read(chunk));
        }
        return filled > 0;
    }
}
