package io.openrouteroperator.crds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API server accepts and refuses, and with which words, file by file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrdValidationIT {
    private static final Path EXAMPLES = Path.of("deploy/examples");

    @RegisterExtension
    static final DefinedKinds KINDS = new DefinedKinds();

    private KubernetesClient client;

    @BeforeAll
    void connect() {
        client = KINDS.controlPlane().client();
    }

    static Stream<Fixture> valid() {
        return Fixture.valid();
    }

    static Stream<Fixture> invalid() {
        return Fixture.invalid();
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void acceptsEveryState(Fixture fixture) {
        fixture.states().forEach(this::write);

        remove(fixture);
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesTheLastStateAndSaysWhatToWrite(Fixture fixture) {
        List<GenericKubernetesResource> states = fixture.states();
        states.subList(0, states.size() - 1).forEach(this::write);

        assertThatThrownBy(() -> write(states.getLast()))
                .isInstanceOf(KubernetesClientException.class)
                .satisfies(e ->
                        assertThat(((KubernetesClientException) e).getCode()).isEqualTo(422))
                .message()
                .contains(fixture.messages())
                .doesNotContain("not-a-real-one");
        remove(fixture);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void acceptsEveryExampleWithoutAnUnknownField(Path example) {
        KINDS.controlPlane()
                .kubectl("apply", "-f", EXAMPLES.resolve("namespace.yaml").toString())
                .orThrow();

        KINDS.controlPlane()
                .kubectl("apply", "--dry-run=server", "--validate=strict", "-f", example.toString())
                .orThrow();
    }

    @Test
    void hasEnoughFixturesToMatter() {
        assertThat(Fixture.invalid()).hasSizeGreaterThan(100);
        assertThat(Fixture.valid()).hasSizeGreaterThan(15);
    }

    /** As kubectl create and replace do; apply would stumble over unknown fields before the schema is asked. */
    private void write(GenericKubernetesResource state) {
        GenericKubernetesResource stored = client.resource(state).get();
        if (stored == null) {
            client.resource(state).create();
        } else {
            state.getMetadata().setResourceVersion(stored.getMetadata().getResourceVersion());
            client.resource(state).update();
        }
    }

    private void remove(Fixture fixture) {
        client.resource(fixture.states().getFirst()).delete();
    }
}
