package io.openrouteroperator.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterState;
import io.openrouteroperator.cli.terminal.JsonText;
import io.openrouteroperator.cli.terminal.Table;
import io.openrouteroperator.core.policy.DurationText;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kubectl openrouter next}: the coming rotations. */
@Command(
        name = "next",
        description = "List coming rotations, the next first: when, and why then.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:the cluster could not be read, or an option is wrong"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl openrouter next",
            "  kubectl openrouter next -A | head",
            "  kubectl openrouter next -n shop -o json"
        })
public final class NextCommand implements Callable<Integer> {
    private final Clock clock;
    private final InputStream input;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Scope scope = new Scope();

    /**
     * The command.
     *
     * @param clock decides how far away a rotation is
     * @param input what {@code --snapshot -} stands for
     */
    public NextCommand(Clock clock, InputStream input) {
        this.clock = clock;
        this.input = input;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Instant now = clock.instant();
        try (ClusterObjects objects = scope.open(input)) {
            String namespace = scope.namespace(objects);
            ClusterState state = ClusterState.readWhatIsAllowed(objects, namespace);
            RotationReason reasons = new RotationReason(state, now);
            // Times are all in the same form, and sort as text; keys without one come last.
            List<KeyView> keys = state.keys().stream()
                    .map(KeyView::new)
                    .sorted(Comparator.comparing((KeyView key) -> key.asked() ? " " : key.nextRotation() + "~")
                            .thenComparing(key -> key.name().toString()))
                    .toList();
            if (scope.json()) {
                out.print(JsonText.of(json(keys, reasons)));
            } else if (keys.isEmpty()) {
                spec.commandLine().getErr().println("No OpenRouterKey in " + scope.words(objects) + ".");
            } else {
                out.print(table(keys, reasons, now));
            }
        }
        out.flush();
        return 0;
    }

    private static String table(List<KeyView> keys, RotationReason reasons, Instant now) {
        Table table = new Table("WHEN", "IN", "NAMESPACE", "NAME", "WHY");
        keys.forEach(key -> table.row(
                key.asked() ? "now" : key.nextRotation(),
                key.asked() ? "" : distance(key.nextRotation(), now),
                key.name().namespace(),
                key.name().name(),
                reasons.of(key)));
        return table.text();
    }

    private static String distance(String next, Instant now) {
        if (next.isEmpty()) {
            return "";
        }
        Duration left = Duration.between(now, Instant.parse(next));
        if (left.isNegative() || left.isZero()) {
            return "due";
        }
        long unit = left.toDays() > 1 ? Duration.ofDays(1).toSeconds() : left.toHours() > 1 ? 3600 : 60;
        return DurationText.format(Duration.ofSeconds(left.toSeconds() / unit * unit));
    }

    private static ObjectNode json(List<KeyView> keys, RotationReason reasons) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode items = document.putArray("rotations");
        keys.forEach(key -> items.addObject()
                .put("namespace", key.name().namespace())
                .put("name", key.name().name())
                .put("at", key.nextRotation())
                .put("asked", key.asked())
                .put("suspended", key.suspended())
                .put("why", reasons.of(key)));
        return document;
    }
}
