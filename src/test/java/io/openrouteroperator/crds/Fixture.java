package io.openrouteroperator.crds;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of {@code src/test/resources/crds}: an object, or the states that one object goes through, and for
 * {@code invalid-*} a last document with what the refusal of the last state must say.
 *
 * @param name folder and file, for messages
 * @param states the object, first state first
 * @param messages pieces of the refusal; empty when every state is valid
 */
record Fixture(String name, List<GenericKubernetesResource> states, List<String> messages) {
    private static final Path FOLDER = Path.of("src/test/resources/crds");
    private static final List<String> KINDS = List.of("account", "policy", "key");

    /** All fixtures of the three kinds. */
    static List<Fixture> all() {
        return KINDS.stream().flatMap(Fixture::ofKind).toList();
    }

    /** The fixtures that the API server must accept. */
    static Stream<Fixture> valid() {
        return all().stream().filter(fixture -> fixture.messages().isEmpty());
    }

    /** The fixtures that the API server must refuse. */
    static Stream<Fixture> invalid() {
        return all().stream().filter(fixture -> !fixture.messages().isEmpty());
    }

    private static Stream<Fixture> ofKind(String kind) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(kind))) {
            return files.sorted().map(Fixture::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fixture read(Path file) {
        List<String> documents = documents(file);
        String name = FOLDER.relativize(file).toString();
        if (file.getFileName().toString().startsWith("valid-")) {
            return new Fixture(name, objects(documents), List.of());
        }
        Refusal refusal = Serialization.unmarshal(documents.getLast(), Refusal.class);
        return new Fixture(
                name,
                objects(documents.subList(0, documents.size() - 1)),
                List.copyOf(refusal.expectFailureMessageToContain()));
    }

    /** The documents of a YAML file. */
    static List<String> documents(Path file) {
        try {
            return Arrays.asList(Files.readString(file).split("\n---\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<GenericKubernetesResource> objects(List<String> documents) {
        return documents.stream()
                .map(text -> Serialization.unmarshal(text, GenericKubernetesResource.class))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    /** The last document of an {@code invalid-*} file. */
    record Refusal(List<String> expectFailureMessageToContain) {}
}
