package io.openrouteroperator.cli.source;

import io.openrouteroperator.core.admission.recognition.FoundKey;
import io.openrouteroperator.core.admission.recognition.KeyMark;
import io.openrouteroperator.core.admission.recognition.KeyRecogniser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the keys in a stream of any length and any content. Windows of the stream overlap on both sides, so that a key is whole in the
 * window that counts it, however it is encoded. Bytes stand for characters, and zero bytes are left out: UTF-16 then reads as ASCII.
 */
final class KeyScanner {
    /** More places in one file are a dump of keys; they are not all listed. */
    static final int MOST_PLACES = 1000;

    private static final int WINDOW = 256 * 1024;
    /** The longest key, percent-encoded or in base64 with its line breaks and their indentation. */
    private static final int REACH = 4 * 1024;

    private final byte[] window;
    private final int reach;
    private final List<KeyPlace> places = new ArrayList<>();
    private int length;
    /** Where in the window the places begin that no earlier window has counted. */
    private int counted;
    /** Line at the start of the window. */
    private int line = 1;

    private KeyScanner(int window, int reach) {
        this.window = new byte[window];
        this.reach = reach;
    }

    /**
     * A key in a file.
     *
     * @param line from 1
     */
    record KeyPlace(int line, KeyMark key) {}

    /** The first {@link #MOST_PLACES} places of the stream that hold a key. */
    static List<KeyPlace> scan(InputStream stream) throws IOException {
        return scan(stream, WINDOW, REACH);
    }

    /** The same with other sizes, in bytes. */
    static List<KeyPlace> scan(InputStream stream, int window, int reach) throws IOException {
        KeyScanner scanner = new KeyScanner(window, reach);
        boolean more = true;
        while (more && scanner.places.size() < MOST_PLACES) {
            more = scanner.fill(stream);
            scanner.search(more);
        }
        return List.copyOf(scanner.places);
    }

    /** Whether there may be more in the stream once the window is full. */
    private boolean fill(InputStream stream) throws IOException {
        while (length < window.length) {
            int read = stream.read(window, length, window.length - length);
            if (read < 0) {
                return false;
            }
            length = withoutZeros(length + read);
        }
        return true;
    }

    private int withoutZeros(int end) {
        int kept = length;
        for (int at = length; at < end; at++) {
            if (window[at] != 0) {
                window[kept++] = window[at];
            }
        }
        return kept;
    }

    /** @param more whether a key at the end of the window may be cut off */
    private void search(boolean more) {
        int end = more ? length - reach : length;
        int at = 0;
        for (FoundKey key : KeyRecogniser.findEverywhere(new String(window, 0, length, StandardCharsets.ISO_8859_1))) {
            if (key.at() >= counted && key.at() < end && places.size() < MOST_PLACES) {
                line += newlines(at, key.at());
                at = key.at();
                places.add(new KeyPlace(line, key.mark()));
            }
        }
        slide(end, at);
    }

    /** @param at up to where the window's lines are in {@link #line} already */
    private void slide(int end, int at) {
        int dropped = Math.max(0, end - reach);
        line += dropped >= at ? newlines(at, dropped) : -newlines(dropped, at);
        System.arraycopy(window, dropped, window, 0, length - dropped);
        length -= dropped;
        counted = end - dropped;
    }

    private int newlines(int from, int to) {
        int lines = 0;
        for (int at = from; at < to; at++) {
            lines += window[at] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
