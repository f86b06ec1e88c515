package io.openrouteroperator.cli.verb;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.api.v1alpha1.key.RequestAnnotations;
import io.openrouteroperator.cli.terminal.TerminalText;
import io.openrouteroperator.core.admission.facts.ObjectName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kubectl openrouter revoke}: a key is in the wrong hands. */
@Command(
        name = "revoke",
        description =
                "Say that a key is in the wrong hands. Its successor is made, then it is disabled without an overlap, with all"
                        + " earlier ones: pods that were not restarted by then lose access.",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the request is made",
            "1:it was not confirmed, and nothing was done",
            "2:a key was not found or may not be changed, or an option is wrong"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubectl openrouter revoke checkout -n shop", "  kubectl openrouter revoke checkout --yes"})
public final class RevokeCommand implements Callable<Integer> {
    private final Clock clock;
    private final InputStream input;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RequestOptions options = new RequestOptions();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    /**
     * The command.
     *
     * @param clock gives each request its value
     * @param input where the confirmation is read from
     */
    public RevokeCommand(Clock clock, InputStream input) {
        this.clock = clock;
        this.input = input;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (KubernetesClient client = options.connect()) {
            List<ObjectName> keys = options.keys(client);
            if (!yes && !confirmed(keys)) {
                spec.commandLine().getErr().println("Nothing was revoked.");
                return 1;
            }
            KeyRequest request = new KeyRequest(client, RequestAnnotations.REVOKE, clock.instant());
            for (ObjectName key : keys) {
                request.send(key);
                out.println(TerminalText.clean("openrouterkey %s: is being revoked".formatted(key)));
            }
        }
        out.flush();
        return 0;
    }

    /** A name is typed with more thought than a y. */
    private boolean confirmed(List<ObjectName> keys) {
        String names = keys.stream().map(ObjectName::name).collect(Collectors.joining(" "));
        String objects = keys.stream().map(ObjectName::toString).collect(Collectors.joining(", "));
        PrintWriter err = spec.commandLine().getErr();
        err.print(TerminalText.clean(
                "Services with the key of %s lose access unless they are restarted. Type %s to revoke: "
                        .formatted(objects, names)));
        err.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().equals(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
