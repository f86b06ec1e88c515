package io.openrouteroperator.cli.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What a path of the command line stands for: a file, a directory with all below it, or standard input. */
public final class ManifestFiles {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
    private static final String STDIN = "-";

    private final InputStream input;
    private final BiConsumer<String, String> unreadable;

    /**
     * @param input what {@code -} stands for
     * @param unreadable gets the name of a file that cannot be read, and why
     */
    public ManifestFiles(InputStream input, BiConsumer<String, String> unreadable) {
        this.input = input;
        this.unreadable = unreadable;
    }

    /** Hands over the name and the text of each file. */
    public void read(String path, BiConsumer<String, String> reader) {
        try {
            if (path.equals(STDIN)) {
                reader.accept("stdin", new String(input.readAllBytes(), StandardCharsets.UTF_8));
            } else if (Files.isDirectory(Path.of(path))) {
                manifestsBelow(Path.of(path)).forEach(file -> readFile(file, reader));
            } else {
                readFile(Path.of(path), reader);
            }
        } catch (UncheckedIOException e) {
            String place = e.getCause() instanceof FileSystemException below ? below.getFile() : path;
            unreadable.accept(place, "it cannot be read");
        } catch (IOException e) {
            unreadable.accept(path, "it cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private void readFile(Path file, BiConsumer<String, String> reader) {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            unreadable.accept(file.toString(), Files.exists(file) ? "it cannot be read" : "there is no such file");
            return;
        }
        reader.accept(file.toString(), text);
    }

    private static List<Path> manifestsBelow(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(
                            file -> ENDINGS.stream().anyMatch(file.getFileName().toString()::endsWith))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
