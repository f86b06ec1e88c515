package io.openrouteroperator.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Temporary folders named after the JVM that made them. A JVM that was killed cannot delete its own, so the next start does it.
 *
 * <p>The name is short: a Unix socket lies in the folder, and its path may have little more than a hundred characters.
 */
final class WorkDirectory {

    private static final String PREFIX = "control-plane-";

    private WorkDirectory() {}

    static Path create() {
        try {
            deleteAbandoned(Path.of(System.getProperty("java.io.tmpdir")));
            return Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder and all below it; what vanishes meanwhile is fine. */
    static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*-*")) {
            for (Path folder : folders) {
                if (ownerIsDead(folder)) {
                    deleteUnlessAnotherDoes(folder);
                }
            }
        }
    }

    private static void deleteUnlessAnotherDoes(Path folder) {
        try {
            delete(folder);
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof NoSuchFileException)) {
                throw e;
            }
        }
    }

    private static boolean ownerIsDead(Path folder) {
        String owner =
                folder.getFileName().toString().substring(PREFIX.length()).replaceFirst("-.*", "");
        return owner.matches("\\d+") && ProcessHandle.of(Long.parseLong(owner)).isEmpty();
    }
}
