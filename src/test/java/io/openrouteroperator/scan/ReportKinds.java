package io.openrouteroperator.scan;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The kinds of reports, which a test's cluster has as long as the test wants it to. */
public final class ReportKinds {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportKinds() {}

    /** Makes a kind and waits until the API server serves it. */
    public static void define(KubernetesClient client, String plural) throws IOException {
        try (InputStream definition = definition(plural)) {
            client.load(definition).serverSideApply();
        }
        try (InputStream definition = definition(plural)) {
            client.load(definition)
                    .waitUntilCondition(
                            crd -> crd != null
                                    && JSON.valueToTree(crd).toString().contains("\"Established\""),
                            30,
                            TimeUnit.SECONDS);
        }
    }

    /** Takes a kind away, with all reports. */
    public static void remove(KubernetesClient client, String plural) throws IOException {
        try (InputStream definition = definition(plural)) {
            client.load(definition).delete();
        }
    }

    private static InputStream definition(String plural) throws IOException {
        return Files.newInputStream(Path.of("src/test/resources/scan/" + plural + ".yaml"));
    }
}
