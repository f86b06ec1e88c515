package io.openrouteroperator.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The end of a file of lines.
 *
 * @param lastLine the last whole line
 * @param end where the next one is to begin; what stands behind it is part of a line
 */
record Tail(Optional<String> lastLine, long end) {
    /** Longer than any two entries. */
    private static final int LONGEST = 256 * 1024;

    static Tail of(FileChannel file) throws IOException {
        long from = Math.max(0, file.size() - LONGEST);
        byte[] bytes = new byte[Math.toIntExact(file.size() - from)];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
            // Goes on until the end.
        }
        String text = new String(bytes, 0, buffer.position(), StandardCharsets.ISO_8859_1);
        int last = text.lastIndexOf('\n');
        if (last < 0) {
            return new Tail(Optional.empty(), from);
        }
        return new Tail(Optional.of(text.substring(text.lastIndexOf('\n', last - 1) + 1, last)), from + last + 1);
    }
}
