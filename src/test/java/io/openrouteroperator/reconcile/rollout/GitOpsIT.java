package io.openrouteroperator.reconcile.rollout;

import static io.openrouteroperator.reconcile.rollout.Manifests.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.CommandResult;
import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneExtension;
import io.openrouteroperator.core.rollout.RolloutAnnotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who applies a workload from a repository, by server-side apply (Flux, Argo CD on request) or by a three-way merge (Argo CD, Helm),
 * sees no drift after a restart, meets no conflict and takes no mark away.
 */
@ExtendWith(ControlPlaneExtension.class)
class GitOpsIT {
    private static final String MARK = RolloutAnnotation.name(Neighbourhood.SECRET);

    private final ControlPlane controlPlane;

    @TempDir
    private Path repository;

    GitOpsIT(ControlPlane controlPlane) {
        this.controlPlane = controlPlane;
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server-side=true", "--server-side=false"})
    void restartIsNoDrift(String manner) throws IOException {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "gitops")) {
            Path manifest = Files.writeString(repository.resolve("web.yaml"), deployment("web", 2));
            kubectl(here, "apply", manner, manifest).orThrow();
            here.awaitRunning(2);
            Instant published = Neighbourhood.afterAllThatRuns();
            here.rollOut(published);
            here.awaitDone(published);
            long restarted = here.deployment("web").getMetadata().getGeneration();

            assertThat(kubectl(here, "diff", manner, manifest).stdout()).isEmpty();
            kubectl(here, "apply", manner, manifest).orThrow();

            assertThat(here.deployment("web").getMetadata().getGeneration()).isEqualTo(restarted);
            assertThat(mark(here)).isEqualTo(Neighbourhood.CURRENT.fingerprint());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server-side=true", "--server-side=false"})
    void nextReleaseOfTheServiceKeepsTheMark(String manner) throws IOException {
        try (Neighbourhood here = new Neighbourhood(controlPlane, "gitops")) {
            Path manifest = Files.writeString(repository.resolve("web.yaml"), deployment("web", 1));
            kubectl(here, "apply", manner, manifest).orThrow();
            here.awaitRunning(1);
            here.rollOut(Neighbourhood.afterAllThatRuns());

            Files.writeString(manifest, deployment("web", 1).replace("registry.invalid/app", "registry.invalid/app:2"));
            kubectl(here, "apply", manner, manifest).orThrow();

            assertThat(here.deployment("web")
                            .getSpec()
                            .getTemplate()
                            .getSpec()
                            .getContainers()
                            .getFirst()
                            .getImage())
                    .isEqualTo("registry.invalid/app:2");
            assertThat(mark(here)).isEqualTo(Neighbourhood.CURRENT.fingerprint());
        }
    }

    private CommandResult kubectl(Neighbourhood here, String verb, String manner, Path manifest) {
        List<String> arguments =
                new ArrayList<>(List.of(verb, manner, "--namespace=" + here.name(), "--filename=" + manifest));
        if (manner.endsWith("true")) {
            arguments.add("--field-manager=gitops");
        }
        return controlPlane.kubectl(arguments.toArray(String[]::new));
    }

    private static @Nullable String mark(Neighbourhood here) {
        return here.deployment("web")
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations()
                .get(MARK);
    }
}
