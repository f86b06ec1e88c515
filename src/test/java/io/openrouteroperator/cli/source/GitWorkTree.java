package io.openrouteroperator.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A directory with a real repository, for comparison. */
record GitWorkTree(Path root) {
    static GitWorkTree init(Path root, String... options) {
        GitWorkTree tree = new GitWorkTree(root);
        List<String> arguments = new ArrayList<>(List.of("init", "-q"));
        arguments.addAll(List.of(options));
        tree.git(arguments.toArray(String[]::new));
        return tree;
    }

    void write(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    /** What git would commit: what it tracks, and what it does not ignore. */
    SortedSet<String> committable() {
        String listed = git("ls-files", "--cached", "--others", "--exclude-standard", "-z");
        SortedSet<String> paths = new TreeSet<>(List.of(listed.split("\0", -1)));
        paths.removeIf(path -> path.isEmpty() || !Files.isRegularFile(root.resolve(path), LinkOption.NOFOLLOW_LINKS));
        return paths;
    }

    /** What the audit reads of a part of the tree. */
    SortedSet<String> read(String part) throws IOException {
        SortedSet<String> paths = new TreeSet<>();
        Path real = root.toRealPath();
        Path start = real.resolve(part).normalize();
        new SourceTree(new SourceTree.Visitor() {
                    @Override
                    public void file(Path file) {
                        paths.add(real.relativize(file).toString());
                    }

                    @Override
                    public void unreadable(Path path, IOException problem) {
                        throw new AssertionError(path.toString(), problem);
                    }
                })
                .visit(start, GitIgnoreRules.of(start));
        return paths;
    }

    String git(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("git", "-C", root.toString(), "-c", "user.name=t", "-c", "user.email=t@example.org"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
            return output;
        } catch (IOException e) {
            throw new AssertionError("the audit is compared with git, which is not to be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
