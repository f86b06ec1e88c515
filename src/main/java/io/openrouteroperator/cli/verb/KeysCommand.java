package io.openrouteroperator.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.terminal.JsonText;
import io.openrouteroperator.cli.terminal.Table;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kubectl openrouter keys}: every key with its state. */
@Command(
        name = "keys",
        description = "List keys: class, state, end, next rotation, and what each has spent this month in US dollars.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:the cluster could not be read, or an option is wrong"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl openrouter keys",
            "  kubectl openrouter keys -A -o json",
            "  kubectl openrouter keys -n shop --context staging"
        })
public final class KeysCommand implements Callable<Integer> {
    private final InputStream input;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Scope scope = new Scope();

    /** The command; {@code input} is what {@code --snapshot -} stands for. */
    public KeysCommand(InputStream input) {
        this.input = input;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (ClusterObjects objects = scope.open(input)) {
            List<KeyView> keys = KeyView.list(objects, scope.namespace(objects));
            if (scope.json()) {
                out.print(JsonText.of(json(keys)));
            } else if (keys.isEmpty()) {
                spec.commandLine().getErr().println("No OpenRouterKey in " + scope.words(objects) + ".");
            } else {
                out.print(table(keys));
            }
        }
        out.flush();
        return 0;
    }

    private static String table(List<KeyView> keys) {
        Table table = new Table(
                "NAMESPACE", "NAME", "CLASS", "READY", "REASON", "SERIAL", "EXPIRES", "NEXT ROTATION", "SPENT");
        keys.forEach(key -> table.row(
                key.name().namespace(),
                key.name().name(),
                key.classification(),
                key.readiness(),
                key.reason(),
                key.serial(),
                key.expires(),
                key.nextRotation(),
                key.spent()));
        return table.text();
    }

    static ObjectNode json(List<KeyView> keys) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode items = document.putArray("keys");
        keys.forEach(key -> items.addObject()
                .put("namespace", key.name().namespace())
                .put("name", key.name().name())
                .put("class", key.classification())
                .put("ready", key.ready())
                .put("reason", key.reason())
                .put("message", key.message())
                .put("serial", key.serial())
                .put("expires", key.expires())
                .put("nextRotation", key.nextRotation())
                .put("rotation", key.rotation())
                .put("suspended", key.suspended())
                .put("asked", key.asked())
                .put("spentThisMonth", key.spent()));
        return document;
    }
}
