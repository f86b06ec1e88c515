package io.openrouteroperator.demo.step;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The YAML that the steps apply. */
final class Manifests {
    private static final String EXAMPLES = "deploy/examples/";

    private Manifests() {}

    /** One of the examples that ship, by its path as a command names it. */
    static String example(String name) {
        return EXAMPLES + name;
    }

    /** The example of an account, for the simulated OpenRouter, which is looked at often so that nobody has to wait. */
    static String account(String baseUrl) {
        return lines("account.yaml").filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n", "", "\n"))
                + "  baseUrl: " + baseUrl + "\n  pollInterval: 2s\n";
    }

    /** The content of an example. */
    static String content(String name) {
        return lines(name).collect(Collectors.joining("\n", "", "\n"));
    }

    /** A class in the example of a policy, from its name to its limit, as {@code sed} prints it. */
    static String classification(String name) {
        List<String> lines = lines("policy.yaml")
                .dropWhile(line -> !line.contains("name: " + name))
                .toList();
        int end = 0;
        while (end < lines.size() - 1 && !lines.get(end).contains("limit")) {
            end++;
        }
        return String.join("\n", lines.subList(0, end + 1));
    }

    static String strayPod(String key) {
        return text("stray-pod.yaml").replace("STRAY_KEY", key);
    }

    static String fixedPod() {
        return text("pod.yaml");
    }

    private static Stream<String> lines(String example) {
        try {
            return Files.readAllLines(Path.of(example(example))).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try (InputStream in = Manifests.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
