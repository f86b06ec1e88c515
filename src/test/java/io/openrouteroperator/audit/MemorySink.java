package io.openrouteroperator.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A sink that can be full. */
final class MemorySink implements LineSink {
    final List<String> lines = new ArrayList<>();
    boolean full;

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public synchronized void write(String line) throws IOException {
        if (full) {
            throw new IOException("no space left");
        }
        lines.add(line);
    }
}
