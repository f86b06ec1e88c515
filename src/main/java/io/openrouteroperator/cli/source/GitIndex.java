package io.openrouteroperator.cli.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The paths in git's index, versions 2 to 4, as {@code gitformat-index(5)} describes them: a file that is ignored and tracked all the same is
 * committed, and the likeliest to hold a key.
 */
final class GitIndex {
    private static final int SIGNATURE = 0x44495243;
    private static final int SPLIT = 0x6c696e6b;
    private static final int STAT_LENGTH = 40;
    private static final int SHA1_LENGTH = 20;
    private static final int SHA256_LENGTH = 32;
    private static final int EXTENDED = 0x4000;
    private static final int NAME_LENGTH = 0x0FFF;
    private static final int ALIGNMENT = 8;
    private static final int CONTINUED = 0x80;
    private static final int DIGITS_OF_BYTE = 7;

    private final ByteBuffer index;
    private final int idLength;
    private int version;

    private GitIndex(byte[] bytes, int idLength) {
        this.index = ByteBuffer.wrap(bytes, 0, Math.max(0, bytes.length - idLength));
        this.idLength = idLength;
    }

    /** @throws IOException when the bytes are no index of a known form */
    static NavigableSet<String> paths(byte[] bytes) throws IOException {
        try {
            return new GitIndex(bytes, SHA1_LENGTH).read();
        } catch (IOException e) {
            // Only the repository's configuration names the hash; with the wrong one no entry fits.
            return new GitIndex(bytes, SHA256_LENGTH).read();
        }
    }

    private NavigableSet<String> read() throws IOException {
        try {
            check(index.getInt() == SIGNATURE);
            version = index.getInt();
            check(version >= 2 && version <= 4);
            int entries = index.getInt();
            NavigableSet<String> paths = new TreeSet<>();
            byte[] name = new byte[0];
            for (int i = 0; i < entries; i++) {
                name = entry(name);
                paths.add(new String(name, StandardCharsets.UTF_8));
            }
            readExtensions();
            return paths;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException("the index is cut off", e);
        }
    }

    private byte[] entry(byte[] before) throws IOException {
        int start = index.position();
        index.position(start + STAT_LENGTH + idLength);
        int flags = index.getShort();
        if ((flags & EXTENDED) != 0) {
            index.getShort();
        }
        int kept = version < 4 ? 0 : before.length - varint();
        check(kept >= 0 && kept <= before.length);
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        name.write(before, 0, kept);
        for (byte next = index.get(); next != 0; next = index.get()) {
            name.write(next);
        }
        check(Math.min(name.size(), NAME_LENGTH) == (flags & NAME_LENGTH));
        if (version < 4) {
            int length = index.position() - start;
            index.position(start + (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        }
        return name.toByteArray();
    }

    private int varint() {
        int next = index.get();
        int value = next & ~CONTINUED & 0xFF;
        while ((next & CONTINUED) != 0) {
            next = index.get();
            value = ((value + 1) << DIGITS_OF_BYTE) + (next & ~CONTINUED & 0xFF);
        }
        return value;
    }

    /** The entries of a split index are in another file as well. */
    private void readExtensions() throws IOException {
        while (index.remaining() >= ALIGNMENT) {
            check(index.getInt() != SPLIT);
            index.position(Math.addExact(index.position() + Integer.BYTES, index.getInt(index.position())));
        }
    }

    private static void check(boolean known) throws IOException {
        if (!known) {
            throw new IOException("the index has a form that is not known");
        }
    }
}
