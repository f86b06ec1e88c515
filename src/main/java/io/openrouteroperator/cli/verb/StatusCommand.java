package io.openrouteroperator.cli.verb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.terminal.JsonText;
import io.openrouteroperator.cli.terminal.Table;
import io.openrouteroperator.cli.terminal.TerminalText;
import io.openrouteroperator.cli.verb.StatusView.Readiness;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kubectl openrouter status}: whether everything is well, and what is not. */
@Command(
        name = "status",
        description = "Say whether accounts, policies and keys are ready, and what is wrong with those that are not.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is ready",
            "1:something is not ready",
            "2:the cluster could not be read, or an option is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubectl openrouter status -A",
            "  kubectl openrouter status -n shop -o json",
            "  kubectl get openrouter -A -o yaml | openrouter-operator status -A --snapshot -"
        })
public final class StatusCommand implements Callable<Integer> {
    private final InputStream input;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Scope scope = new Scope();

    /** The command; {@code input} is what {@code --snapshot -} stands for. */
    public StatusCommand(InputStream input) {
        this.input = input;
    }

    @Override
    public Integer call() {
        try (ClusterObjects objects = scope.open(input)) {
            StatusView view = StatusView.of(objects, scope.namespace(objects));
            spec.commandLine()
                    .getOut()
                    .print(scope.json() ? JsonText.of(json(view)) : text(view, scope.words(objects)));
            spec.commandLine().getOut().flush();
            return view.allReady() ? 0 : 1;
        }
    }

    private static String text(StatusView view, String where) {
        TerminalText text = new TerminalText();
        view.accounts().forEach(account -> text.line("account " + sentence(account)));
        view.policies().forEach(policy -> text.line("policy " + sentence(policy)));
        List<KeyView> keys = view.keys();
        long ready = keys.stream().filter(KeyView::ready).count();
        text.line("keys in %s: %d, ready %d, rotating %d, suspended %d"
                .formatted(
                        where,
                        keys.size(),
                        ready,
                        keys.stream().filter(KeyView::rotating).count(),
                        keys.stream().filter(KeyView::suspended).count()));
        keys.stream()
                .filter(key -> !key.nextRotation().isEmpty())
                .min(Comparator.comparing(KeyView::nextRotation))
                .ifPresent(key -> text.line("next rotation: %s of %s".formatted(key.nextRotation(), key.name())));
        view.problems().forEach(problem -> text.line("? " + problem));
        Table table = new Table("NAMESPACE", "NAME", "REASON", "MESSAGE");
        keys.stream()
                .filter(key -> !key.ready())
                .forEach(key -> table.row(key.name().namespace(), key.name().name(), key.reason(), key.message()));
        String notReady = table.text();
        return notReady.isEmpty() ? text.toString() : text + "\n" + notReady;
    }

    private static String sentence(Readiness readiness) {
        return readiness.ready()
                ? readiness.name() + ": ready"
                : "%s: not ready, %s: %s".formatted(readiness.name(), readiness.reason(), readiness.message());
    }

    private static ObjectNode json(StatusView view) {
        ObjectNode document = KeysCommand.json(view.keys()).put("ready", view.allReady());
        write(view.accounts(), document.putArray("accounts"));
        write(view.policies(), document.putArray("policies"));
        ArrayNode problems = document.putArray("problems");
        view.problems().forEach(problems::add);
        return document;
    }

    private static void write(List<Readiness> all, ArrayNode into) {
        all.forEach(each -> into.addObject()
                .put("name", each.name())
                .put("ready", each.ready())
                .put("reason", each.reason())
                .put("message", each.message()));
    }
}
