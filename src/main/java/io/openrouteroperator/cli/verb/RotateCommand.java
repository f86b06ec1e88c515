package io.openrouteroperator.cli.verb;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.api.v1alpha1.key.RequestAnnotations;
import io.openrouteroperator.cli.terminal.TerminalText;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kubectl openrouter rotate}: ask for another key now. */
@Command(
        name = "rotate",
        description =
                "Ask the operator for another key now, outside of windows. Services go on: the earlier key lives on for the"
                        + " overlap of its class.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the request is made; kubectl openrouter next says when it is answered",
            "2:a key was not found or may not be changed, or an option is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubectl openrouter rotate checkout -n shop", "  kubectl openrouter rotate checkout search"})
public final class RotateCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RequestOptions options = new RequestOptions();

    /** The command; {@code clock} gives each request its value. */
    public RotateCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        try (KubernetesClient client = options.connect()) {
            KeyRequest request = new KeyRequest(client, RequestAnnotations.ROTATE, clock.instant());
            for (ObjectName key : options.keys(client)) {
                request.send(key);
                spec.commandLine()
                        .getOut()
                        .println(TerminalText.clean("openrouterkey %s: another key is asked for".formatted(key)));
            }
        }
        spec.commandLine().getOut().flush();
        return 0;
    }
}
