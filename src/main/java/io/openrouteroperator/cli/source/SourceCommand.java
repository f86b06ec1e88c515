package io.openrouteroperator.cli.source;

import io.openrouteroperator.cli.report.OutputFormat;
import io.openrouteroperator.cli.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code openrouter-operator audit source}: hard-coded keys in a source tree. */
@Command(
        name = "source",
        description = "Find OpenRouter keys in the files of a source tree, as git would commit them.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there is no key that is not allowed",
            "1:there is one, or an entry of the allow-list has ended",
            "2:something could not be read, or an option is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  openrouter-operator audit source .",
            "  openrouter-operator audit source --no-ignore build/",
            "  openrouter-operator audit source . --output sarif > findings.sarif"
        })
public final class SourceCommand implements Callable<Integer> {
    private final Clock clock;
    private final String version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "The tree. Symbolic links in it are not followed.")
    private Path directory = Path.of("");

    @Option(
            names = "--allow",
            paramLabel = "FILE",
            description =
                    "The allow-list: one entry a line, \"sha256:HASH YYYY-MM-DD REASON\" or \"path:PATTERN YYYY-MM-DD"
                            + " REASON\". Default: " + AllowList.FILE + " of the tree, if there is one.")
    private @Nullable Path allow;

    @Option(names = "--no-ignore", description = "Also read what .gitignore leaves out.")
    private boolean everything;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.text;

    /**
     * The command.
     *
     * @param clock decides whether an allowance still holds
     */
    public SourceCommand(Clock clock, String version) {
        this.clock = clock;
        this.version = version;
    }

    @Override
    public Integer call() {
        Path list = allow == null ? directory.resolve(AllowList.FILE) : allow;
        AllowList allowed;
        try {
            allowed = allow == null && !Files.exists(list)
                    ? AllowList.EMPTY
                    : AllowList.parse(list.toString(), Files.readString(list));
        } catch (IOException e) {
            return unreadable(list, e);
        }
        try {
            Report report = audit(allowed, list.normalize().toString());
            PrintWriter out = spec.commandLine().getOut();
            out.print(output.format(version).of(report));
            out.flush();
            return report.exitCode(false);
        } catch (IOException e) {
            return unreadable(directory, e);
        }
    }

    private int unreadable(Path path, IOException trouble) {
        spec.commandLine().getErr().println("%s: it cannot be read (%s)".formatted(path, trouble));
        return 2;
    }

    private Report audit(AllowList allowed, String listName) throws IOException {
        Path root = directory.toRealPath();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        SourceAudit audit = new SourceAudit(root, directory.normalize().toString(), allowed, today);
        new SourceTree(audit).visit(root, everything ? IgnoreRules.NONE : GitIgnoreRules.of(root));
        return audit.report(listName);
    }
}
