package io.openrouteroperator.cli.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Standard output that remembers whether it took everything: writers and printers keep that to themselves. */
public final class StandardOutput extends FilterOutputStream {
    /** Of no verb does this code say that something was found, or that nothing was. */
    private static final int NOT_WRITTEN = 74;

    private @Nullable IOException trouble;

    public StandardOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            trouble = e;
            throw e;
        }
    }

    /**
     * The command's own code, or another one when not all of its answer was written.
     *
     * @param err is told why; not when a reader such as {@code head} had enough
     */
    public int exitCode(int code, PrintWriter err) {
        if (trouble == null || "Broken pipe".equals(trouble.getMessage())) {
            return code;
        }
        err.println("Not all of the answer could be written: " + trouble.getMessage());
        return NOT_WRITTEN;
    }
}
