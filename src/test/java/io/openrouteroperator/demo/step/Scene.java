package io.openrouteroperator.demo.step;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.demo.DemoFailure;
import io.openrouteroperator.demo.Stage;
import io.openrouteroperator.demo.Terminal;
import io.openrouteroperator.simulator.Simulator;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a step works with: it runs real commands and shows them as a person would type them.
 *
 * @param stage what is running
 * @param terminal where it is shown
 */
public record Scene(Stage stage, Terminal terminal) {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./~-]+");

    /** Runs kubectl, shows command and output, and gives the output; anything but success fails the demo. */
    String kubectl(String... arguments) {
        terminal.command(shown(arguments));
        String output = stage.controlPlane().kubectl(arguments).orThrow();
        terminal.output(output);
        return output;
    }

    /** Runs kubectl without showing it, for what a step checks beside. */
    String read(String... arguments) {
        return stage.controlPlane().kubectl(arguments).orThrow();
    }

    /** Waits, with a command that is shown, until an object is ready; otherwise the demo fails with what the object says. */
    void awaitReady(String object, String... namespace) {
        String[] wait = join(List.of("wait", "--for=condition=Ready", object, "--timeout=60s"), namespace);
        terminal.command(shown(wait));
        CommandResult result = stage.controlPlane().kubectl(wait);
        if (!result.succeeded()) {
            throw new DemoFailure(object + " is not ready: "
                    + read(join(List.of("get", object, "-o", "jsonpath={.status.conditions[*].message}"), namespace)));
        }
        terminal.output(result.stdout());
    }

    /** Runs kubectl and expects that the cluster refuses; shows and gives the refusal. */
    String kubectlRefused(String... arguments) {
        terminal.command(shown(arguments));
        CommandResult result = stage.controlPlane().kubectl(arguments);
        if (result.succeeded()) {
            throw new DemoFailure(
                    "the cluster accepted what it should refuse: " + shown(arguments) + "\n" + result.stdout());
        }
        terminal.refusal(result.stderr().replace(stage.folder() + "/", ""));
        return result.stderr();
    }

    /** Shows something as if it had been printed from a file. */
    void showPart(String command, String part) {
        terminal.command(command);
        terminal.output(part);
    }

    /** Writes a file and shows it. */
    Path show(String name, String content) {
        terminal.command("cat " + name);
        terminal.output(content);
        return stage.file(name, content);
    }

    /** Fails the demo unless this is so. */
    void claim(boolean so, String what) {
        if (!so) {
            throw new DemoFailure("not so: " + what);
        }
    }

    KubernetesClient client() {
        return stage.controlPlane().client();
    }

    Simulator openRouter() {
        return stage.openRouter();
    }

    private static String[] join(List<String> first, String... rest) {
        return Stream.concat(first.stream(), Arrays.stream(rest)).toArray(String[]::new);
    }

    private String shown(String... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument.replace(stage.folder() + "/", ""))
                .map(argument -> PLAIN.matcher(argument).matches() ? argument : "'" + argument + "'")
                .collect(Collectors.joining(" ", "kubectl ", ""));
    }
}
