package io.openrouteroperator.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to bring a pod's lines to a destination, which one process has at a time: a lock of the operating system, so that it ends with
 * the process, and is kept by one that is merely slow. Its file is never deleted: somebody may be about to lock it. For one thread.
 */
final class Claim implements AutoCloseable {
    private final Path file;
    /** Nobody else in this process may open the file: the system takes the lock away when any of its descriptors is closed. */
    private @Nullable FileChannel channel;

    Claim(Path file) {
        this.file = file;
    }

    /** Whether it is taken by us. */
    boolean isTaken() {
        return channel != null;
    }

    /**
     * Takes it, unless another process has it; whether it is ours.
     *
     * @throws IOException when files cannot be locked here
     */
    @SuppressWarnings("resource") // The lock is released with its channel.
    boolean take() throws IOException {
        if (channel == null) {
            FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel = opened.tryLock() == null ? null : opened;
            } finally {
                if (channel == null) {
                    opened.close();
                }
            }
        }
        return channel != null;
    }

    /** Gives it back, if it was taken. */
    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
