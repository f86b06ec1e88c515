package io.openrouteroperator.cli.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real git says what it would commit, and the audit must read exactly that. */
class GitIgnoreRulesTest {
    private static final List<String> FILES = List.of(
            "a",
            "b.log",
            "keep.log",
            ".env",
            "x y",
            "#hash",
            "!bang",
            "docs/a",
            "docs/b.log",
            "docs/deep/a",
            "docs/deep/b.log",
            "docs/deep/er/keep.log",
            "build/a",
            "build/keep/a",
            "src/build/a",
            "src/build/b.log",
            "src/main/a",
            "src/main/A",
            "src/main/ab",
            "src/main/abc",
            "lib/[x]/a",
            "lib/x/a");

    @TempDir
    private Path root;

    private GitWorkTree tree = new GitWorkTree(Path.of(""));

    @BeforeEach
    void plant() {
        tree = GitWorkTree.init(root);
        FILES.forEach(file -> tree.write(file, "text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.log",
                "*.log\n!keep.log",
                "!keep.log\n*.log",
                "/a",
                "a",
                "a/",
                "build",
                "build/",
                "/build/",
                "build/*\n!build/keep",
                "build/**\n!build/keep/\n!build/keep/**",
                "build/\n!build/keep/a",
                "**/build",
                "docs/**/a",
                "docs/**",
                "**/deep/**",
                "docs/*/a",
                "docs/*\n!docs/deep",
                "src/main/a?",
                "src/main/[ab]*",
                "src/main/[!a]*",
                "src/*/a",
                "\\#hash",
                "#hash",
                "\\!bang",
                "x y",
                "x\\ y",
                "a   ",
                "lib/\\[x\\]/a",
                "lib/[x]/a",
                "*",
                "*\n!*/\n!a",
                "/*\n!/docs/\n/docs/*\n!/docs/deep/",
                "deep/a",
                "*/deep",
                ".*",
                "**",
                "/**/b.log",
                "foo**bar\nsrc/ma**/a",
                "a\r\nb.log\r\n"
            })
    void readsWhatGitWouldCommit(String patterns) throws IOException {
        tree.write(".gitignore", patterns);

        assertThat(tree.read("")).isEqualTo(tree.committable());
    }

    @Test
    void letsTheNearestFileDecide() throws IOException {
        tree.write(".gitignore", "*.log\n/docs/deep/a\nbuild/\n");
        tree.write("docs/.gitignore", "!b.log\n/a\n");
        tree.write("docs/deep/.gitignore", "b.log\n!a\n");
        tree.write("build/.gitignore", "!*\n");
        tree.write(".git/info/exclude", "src/main/\nkeep.log\n");

        assertThat(tree.read("")).isEqualTo(tree.committable());
        assertThat(tree.read("docs/deep")).isEqualTo(tree.read("").subSet("docs/deep/", "docs/deep0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3", "4"})
    void readsWhatIsTrackedAlthoughItIsIgnored(String version) throws IOException {
        tree.write("long/" + "n".repeat(200) + "/ü", "text");
        tree.git("add", "-f", ".env", "build/keep/a", "docs", "long");
        tree.git("add", "-N", "a");
        tree.git("update-index", "--index-version", version);
        tree.git("update-index", "--skip-worktree", ".env");
        tree.write(".gitignore", ".env\nbuild/\ndocs/\nlong/\n");
        tree.write("docs/new", "text");

        assertThat(tree.read(""))
                .isEqualTo(tree.committable())
                .contains(".env", "build/keep/a")
                .doesNotContain("build/a");
    }

    @Test
    void readsTheIndexOfARepositoryWithLongHashes(@TempDir Path other) throws IOException {
        GitWorkTree long256 = GitWorkTree.init(other, "--object-format=sha256");
        long256.write(".env", "text");
        long256.write("build/a", "text");
        long256.git("add", "-f", ".env");
        long256.write(".gitignore", ".env\nbuild\n");

        assertThat(long256.read("")).isEqualTo(long256.committable()).contains(".env");
    }

    @Test
    void readsTheIndexOfAWorktreeAndOfANestedRepository(@TempDir Path elsewhere) throws IOException {
        tree.git("add", "-f", ".env");
        tree.git("commit", "-q", "-m", "first");
        tree.write(".git/info/exclude", "b.log\n.env\n");
        GitWorkTree second = new GitWorkTree(elsewhere.resolve("second"));
        tree.git("worktree", "add", "-q", second.root().toString());
        second.write("b.log", "text");
        second.write("a", "text");
        GitWorkTree nested = GitWorkTree.init(Files.createDirectory(root.resolve("nested")));
        nested.write("b.log", "text");
        nested.write(".env", "text");
        nested.write(".gitignore", ".env");

        assertThat(second.read("")).isEqualTo(second.committable()).containsExactly(".env", "a");
        assertThat(tree.read("nested")).containsExactly("nested/.gitignore", "nested/b.log");
        assertThat(tree.read("").subSet("nested", "nested0")).isEqualTo(tree.read("nested"));
    }

    @Test
    void refusesAnIndexThatItDoesNotKnow() throws IOException {
        tree.git("add", "a", "docs");
        byte[] index = Files.readAllBytes(root.resolve(".git/index"));
        for (int length = 0; length < index.length - 40; length++) {
            byte[] cut = Arrays.copyOf(index, length);
            assertThatThrownBy(() -> GitIndex.paths(cut)).isInstanceOf(IOException.class);
        }
        tree.git("update-index", "--split-index");
        byte[] split = Files.readAllBytes(root.resolve(".git/index"));
        assertThatThrownBy(() -> GitIndex.paths(split)).isInstanceOf(IOException.class);
    }

    @Test
    void readsAllOfADirectoryThatIsNamedAlthoughItIsIgnored() throws IOException {
        tree.write(".gitignore", "build/\n");

        assertThat(tree.read("build")).containsExactly("build/a", "build/keep/a");
    }

    @Test
    void followsNoLinks() throws IOException {
        Files.createSymbolicLink(root.resolve("docs/link"), root.resolve("src"));
        Files.createSymbolicLink(root.resolve("docs/loop"), root);
        Files.createSymbolicLink(root.resolve("docs/file"), root.resolve("a"));

        assertThat(tree.read("")).isEqualTo(tree.committable()).hasSize(FILES.size());
    }
}
