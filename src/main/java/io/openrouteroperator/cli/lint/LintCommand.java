package io.openrouteroperator.cli.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code openrouter-operator lint}: the admission rules for files, before anything is applied. */
@Command(
        name = "lint",
        description = "Judge manifests by the rules of the webhook, without a cluster.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing would be refused",
            "1:something would be refused (with --strict: or warned about)",
            "2:a file could not be read, or an option is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  openrouter-operator lint -f deploy/",
            "  helm template shop chart/ | openrouter-operator lint -f - --policy policy.yaml",
            "  openrouter-operator lint -f deploy/ --output sarif > findings.sarif"
        })
public final class LintCommand implements Callable<Integer> {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");
    private static final String STDIN = "-";

    private final Clock clock;
    private final InputStream input;
    private final String version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-f", "--filename"},
            required = true,
            paramLabel = "PATH",
            description = "A file, a directory (read with all below it), or - for standard input. Repeatable.")
    private List<String> paths = List.of();

    @Option(
            names = "--policy",
            paramLabel = "PATH",
            description = "OpenRouterPolicy objects that decide what is refused, and whatever else is in the cluster"
                    + " already. Without it, every finding would be refused.")
    private List<String> policies = List.of();

    @Option(
            names = {"-n", "--namespace"},
            defaultValue = "default",
            description = "Namespace of objects that name none. Default: ${DEFAULT-VALUE}.")
    private String namespace = "default";

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.text;

    @Option(names = "--strict", description = "Warnings count as well.")
    private boolean strict;

    /**
     * The command.
     *
     * @param clock decides whether an exemption still holds
     * @param input what {@code -} stands for
     */
    public LintCommand(Clock clock, InputStream input, String version) {
        this.clock = clock;
        this.input = input;
        this.version = version;
    }

    @Override
    public Integer call() {
        Linter linter = new Linter(namespace, clock.instant());
        policies.forEach(path -> read(path, linter, linter::addDeclared));
        paths.forEach(path -> read(path, linter, linter::add));
        LintResult result = linter.result();
        PrintWriter out = spec.commandLine().getOut();
        out.print(output.report(version).of(result));
        out.flush();
        return result.exitCode(strict);
    }

    @FunctionalInterface
    private interface Reader {
        void accept(String file, String text);
    }

    private void read(String path, Linter linter, Reader reader) {
        try {
            if (path.equals(STDIN)) {
                reader.accept("stdin", new String(input.readAllBytes(), StandardCharsets.UTF_8));
            } else if (Files.isDirectory(Path.of(path))) {
                for (Path file : manifestsBelow(Path.of(path))) {
                    readFile(file, linter, reader);
                }
            } else {
                readFile(Path.of(path), linter, reader);
            }
        } catch (IOException e) {
            linter.addUnreadable(path, "it cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static void readFile(Path file, Linter linter, Reader reader) {
        try {
            reader.accept(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            String problem = Files.exists(file) ? "it cannot be read" : "there is no such file";
            linter.addUnreadable(file.toString(), problem);
        }
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
