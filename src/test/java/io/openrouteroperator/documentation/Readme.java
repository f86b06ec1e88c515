package io.openrouteroperator.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The shell commands of the README, as its reader would paste them. */
final class Readme {
    private static final Path FILE = Path.of("README.md");
    private static final Pattern SHELL_BLOCK =
            Pattern.compile("^```sh\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private Readme() {}

    /** The blocks in their order, each with one or more commands. */
    static List<String> shellBlocks() {
        try {
            return SHELL_BLOCK
                    .matcher(Files.readString(FILE))
                    .results()
                    .map(block -> block.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a block is for a cluster, and so run by {@link ReadmeIT}. */
    static boolean isForCluster(String block) {
        return block.lines().allMatch(line -> line.startsWith("kubectl ") || line.startsWith("helm "));
    }
}
