package io.openrouteroperator.cli.evidence;

import io.openrouteroperator.cli.Moment;
import io.openrouteroperator.cli.cluster.ClusterOptions;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.core.compliance.snapshot.ObservedKey;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.text.PlainText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code openrouter-operator report}: the review, answered from what is configured and observed. */
@Command(
        name = "report",
        description = "Answer the review's checklist from what the cluster knows, with evidence for each answer.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no control fails, or --exit-zero",
            "1:a control fails",
            "2:the cluster or a file could not be read or written, or an option is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl openrouter report --format html --output review.html",
            "  kubectl openrouter report -n shop",
            "  openrouter-operator report --save-snapshot today.jsonl --format json > review.json",
            "  openrouter-operator report --snapshot today.jsonl --at 2027-02-01 --format markdown",
            "  openrouter-operator report --format html,json --output-directory reviews --keep 26"
        })
public final class ReportCommand implements Callable<Integer> {
    private final Clock clock;
    private final InputStream input;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Show this namespace only; rights in it suffice. Default: the whole cluster.")
    private @Nullable String namespace;

    @Option(names = "--class", paramLabel = "NAME", description = "Show this class of data only. Default: all.")
    private @Nullable String classification;

    @Mixin
    private ReportOutput output = new ReportOutput();

    @Option(
            names = "--exit-zero",
            description = "End with 0 although a control fails: for schedulers, which would run it again.")
    private boolean exitZero;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Judge as of this day or time, such as 2027-02-01. Default: when the snapshot was taken.")
    private @Nullable Instant at;

    @Option(
            names = "--save-snapshot",
            paramLabel = "FILE",
            description = "Keep what was read; --snapshot FILE makes the same report of it again. It holds no Secret.")
    private @Nullable Path saveSnapshot;

    @Option(
            names = "--operator-namespace",
            paramLabel = "NAME",
            defaultValue = "openrouter-system",
            description = "Where the operator runs. Default: ${DEFAULT-VALUE}.")
    private String operatorNamespace = "openrouter-system";

    @Option(
            names = "--operator-name",
            paramLabel = "NAME",
            defaultValue = "openrouter-operator",
            description = "How its Deployment is called. Default: ${DEFAULT-VALUE}.")
    private String operatorName = "openrouter-operator";

    /**
     * The command.
     *
     * @param clock when a live cluster is read
     * @param input what {@code --snapshot -} stands for
     */
    public ReportCommand(Clock clock, InputStream input) {
        this.clock = clock;
        this.input = input;
    }

    @Override
    public Integer call() {
        output.check();
        try {
            SnapshotReading.Taken taken = new SnapshotReading(
                            cluster, input, new ObjectName(operatorNamespace, operatorName))
                    .take(namespace, clock.instant().truncatedTo(ChronoUnit.SECONDS), saveSnapshot);
            Instant judged = Objects.requireNonNullElse(at, taken.snapshot().takenAt());
            // Clocks differ a little: without --at, a key may be younger than the snapshot.
            if (at != null) {
                checkKeysExisted(taken.snapshot(), at);
            }
            ComplianceReport report = ComplianceReport.of(
                    taken.snapshot(), new ReviewScope(taken.namespace(), classification), judged, taken.digest());
            output.write(report);
            return exitZero || report.nothingFails() ? 0 : 1;
        } catch (IOException e) {
            throw new ClusterUnreadableException("A file could not be read or written: " + e.getMessage());
        }
    }

    /** What was seen of a key says nothing about a time before it. */
    private void checkKeysExisted(Snapshot snapshot, Instant judged) {
        for (ObservedKey key : snapshot.keys()) {
            Instant made = key.current() == null ? null : key.current().createdAt();
            if (made != null && made.isAfter(judged)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--at: the key of %s was made at %s, so what was seen says nothing about %s"
                                .formatted(PlainText.of(key.name().toString()), made, judged));
            }
        }
    }
}
