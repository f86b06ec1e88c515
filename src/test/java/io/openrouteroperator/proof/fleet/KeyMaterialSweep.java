package io.openrouteroperator.proof.fleet;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.api.v1alpha1.OpenRouterPolicy;
import io.openrouteroperator.installation.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Searches everything that was written on the way for keys (invariant P), or for enough of one to use it. */
final class KeyMaterialSweep {
    private static final Pattern KEY = Pattern.compile("sk-or-[a-z0-9]+-[0-9a-f]{16}");

    private final Installation installation;

    KeyMaterialSweep(Installation installation) {
        this.installation = installation;
    }

    /**
     * What holds a key and must not.
     *
     * @param clientLog of the services' programs
     */
    List<String> findings(Path clientLog) {
        List<String> findings = new ArrayList<>();
        places().forEach((place, text) -> {
            String found = text.get();
            if (found.isBlank()) {
                findings.add("nothing to search in " + place);
            } else if (KEY.matcher(found).find()) {
                findings.add("P: a key in " + place);
            }
        });
        if (holdsKey(clientLog)) {
            findings.add("P: a key in the log of the clients");
        }
        if (holdsKey(installation.controlPlane().workDirectory().resolve("audit.log"))) {
            findings.add("P: a key in the audit log");
        }
        return findings;
    }

    private Map<String, Supplier<String>> places() {
        KubernetesClient client = installation.controlPlane().client();
        Map<String, Supplier<String>> places = new LinkedHashMap<>();
        places.put("the operator's log", installation.operator().operator()::log);
        places.put("its metrics", installation.operator().operator()::metrics);
        places.put(
                "events",
                () -> yaml(client.events().v1().events().inAnyNamespace().list().getItems()));
        places.put(
                "keys' statuses",
                () -> yaml(client.resources(OpenRouterKey.class)
                        .inAnyNamespace()
                        .list()
                        .getItems()));
        places.put(
                "policies",
                () -> yaml(client.resources(OpenRouterPolicy.class).list().getItems()));
        places.put(
                "accounts",
                () -> yaml(client.resources(OpenRouterAccount.class).list().getItems()));
        places.put(
                "workloads",
                () -> yaml(client.apps().deployments().inAnyNamespace().list().getItems()));
        places.put(
                "OpenRouter's request log",
                () -> installation.openRouter().requestLog().entries().toString());
        return places;
    }

    private static boolean holdsKey(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(line -> KEY.matcher(line).find());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String yaml(Object objects) {
        return Serialization.asYaml(objects);
    }
}
