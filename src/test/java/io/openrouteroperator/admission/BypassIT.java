package io.openrouteroperator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.core.admission.SampleKeys;
import io.openrouteroperator.installation.Installation;
import io.openrouteroperator.installation.InstallationExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ways past admission that only a real API server can decide; see {@link BypassTest}. */
@ExtendWith(InstallationExtension.class)
class BypassIT {
    private static final String STRAY = SampleKeys.service("stray");
    private static final String JANE = "--as=jane";

    private final GovernedNamespace namespace;

    @TempDir
    private Path work;

    BypassIT(Installation installation) {
        this.namespace = GovernedNamespace.holding(installation, "stray", STRAY);
    }

    @AfterEach
    void leave() {
        namespace.close();
    }

    @Test
    void everyVerbOfKubectlIsSeen() throws IOException {
        namespace.apply(deployment("x")).orThrow();
        Path stray = Files.writeString(work.resolve("stray.yaml"), deployment(STRAY));
        String list =
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"app\",\"env\":[{\"name\":\"A\",\"value\":\"%s\"}]}]}}}}"
                        .formatted(STRAY);
        String json =
                "[{\"op\":\"replace\",\"path\":\"/spec/template/spec/containers/0/env/0/value\",\"value\":\"%s\"}]"
                        .formatted(STRAY);

        for (List<String> verb : List.of(
                List.of("apply", "-f", stray.toString()),
                List.of("apply", "--server-side", "--force-conflicts", "-f", stray.toString()),
                List.of("replace", "-f", stray.toString()),
                List.of("patch", "deployment", "web", "--type=strategic", "-p", list),
                List.of("patch", "deployment", "web", "--type=json", "-p", json),
                List.of("set", "env", "deployment/web", "A=" + STRAY),
                List.of("run", "one", "--image=x", "--env=A=" + STRAY),
                List.of("replace", "--force", "-f", stray.toString()),
                List.of("create", "-f", stray.toString()))) {
            CommandResult result = kubectl(verb);
            assertThat(result.stderr())
                    .as(verb.getFirst())
                    .contains("literal-key at spec.")
                    .doesNotContain(STRAY);
        }
    }

    @Test
    void namespaceAdminsCannotTakeTheLabelOff() {
        kubectl(List.of("create", "rolebinding", "jane", "--clusterrole=admin", "--user=jane"))
                .orThrow();

        assertThat(kubectl(List.of("get", "pods", JANE)).succeeded()).isTrue();
        assertThat(kubectl(List.of("label", "namespace", namespace.name(), "openrouter-operator.io/governed-", JANE))
                        .stderr())
                .contains("forbidden");
    }

    private CommandResult kubectl(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("-n", namespace.name()));
        return namespace.kubectl(all.toArray(String[]::new));
    }

    private static String deployment(String value) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: app, image: registry.invalid/web, env: [{name: A, value: "%s"}]}]}
                """.formatted(value);
    }
}
