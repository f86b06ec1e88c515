package io.openrouteroperator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.ControlPlane;
import io.openrouteroperator.controlplane.ControlPlaneOptions;
import io.openrouteroperator.reconcile.ManagementCall;
import io.openrouteroperator.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} as it ships: a key that is held by its guardrail passes, and fails as soon as it is not. No operator runs that would mend it. */
class VerifyIT {
    private static final String CLUSTER = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: clinic}
            ---
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterAccount
            metadata: {name: production}
            spec:
              baseUrl: https://openrouter.example/api/v1
              managementKeys: [{secretRef: {namespace: clinic, name: none, key: key}}]
            ---
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterPolicy
            metadata: {name: corporate}
            spec:
              accountRef: {name: production}
              classifications:
                - {name: internal, providers: {allow: [azure]}, limit: {maxUsd: 100, reset: Monthly}}
                - name: restricted
                  providers: {allow: [azure]}
                  data: {zeroDataRetention: Required}
                  limit: {maxUsd: 100, reset: Monthly}
            ---
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterKey
            metadata: {namespace: clinic, name: intake}
            spec: {classification: internal}
            ---
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterKey
            metadata: {namespace: clinic, name: patients}
            spec: {classification: restricted}
            ---
            apiVersion: openrouter-operator.io/v1alpha1
            kind: OpenRouterKey
            metadata: {namespace: clinic, name: proxied}
            spec: {classification: internal}
            """;
    private static final String POLICY_STATUS = """
            {"status": {"classifications": [
              {"name": "internal", "effectiveProviders": ["azure"]},
              {"name": "restricted", "effectiveProviders": ["azure"]}]}}""";
    private static final String KEY_STATUS = """
            {"status": {"account": "production", "policy": "corporate", "secretName": "NAME",
              "current": {"serial": 1, "hash": "HASH", "createdAt": "2026-11-01T00:00:00Z"}}}""";

    private static ControlPlane controlPlane;
    private static Simulator openRouter;

    @TempDir
    private static Path work;

    @BeforeAll
    static void fillTheCluster() throws IOException {
        openRouter = Simulator.start();
        controlPlane = ControlPlane.start(ControlPlaneOptions.apiOnly());
        kubectl("apply", "-f", "crds");
        kubectl("wait", "--for=condition=Established", "--timeout=60s", "-f", "crds");
        Path cluster = Files.writeString(
                work.resolve("cluster.yaml"),
                CLUSTER.replace("https://openrouter.example/api/v1", openRouter.baseUrl()));
        kubectl("apply", "-f", cluster.toString());
        status("openrouterpolicy", "corporate", POLICY_STATUS);
    }

    @AfterAll
    static void stop() {
        controlPlane.close();
        openRouter.close();
    }

    @Test
    void passesWhileTheGuardrailHoldsAndFailsWhenTheKeyIsTakenOutOfIt() throws Exception {
        String key = publish("intake");
        guard(key);

        String held = run(0, "verify", "intake", "-n", "clinic", "--allowed-too");
        assertThat(held)
                .contains("a model outside of the class", "a provider that is not approved", "was served by Azure")
                .contains("OpenRouter answered 404")
                .doesNotContain("fail", "unknown", key);

        openRouter.dashboard().unassign(Simulator.hashOf(key));
        String loose = run(1, "verify", "intake", "-n", "clinic", "-o", "json");
        assertThat(loose).contains("\"result\" : \"fail\"", "was served by").doesNotContain(key);
        assertThat(openRouter.contractViolations()).isEmpty();
    }

    @Test
    void leavesKeysOfRegulatedDataAloneUnlessToldOtherwise() throws Exception {
        publish("patients");

        assertThat(run(2, "verify", "patients", "-n", "clinic")).contains("add --regulated");
        assertThat(run(1, "verify", "patients", "-n", "clinic", "--regulated")).contains("fail");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertThat(run(2, "verify", "nobody", "-n", "clinic")).contains("There is no OpenRouterKey clinic/nobody.");
    }

    @Test
    void reachesOpenRouterThroughAProxy() throws Exception {
        URI there = URI.create(openRouter.baseUrl());
        kubectl("patch", "openrouteraccount", "production", "--type=merge", "-p", baseUrl("http://127.0.0.1:1/api/v1"));
        try (ForwardProxy proxy = new ForwardProxy("http://" + there.getAuthority())) {
            String way = proxy.hostAndPort();
            guard(publish("proxied"));

            assertThat(run(2, "verify", "proxied", "-n", "clinic")).contains("OpenRouter could not be asked");
            assertThat(run(0, "verify", "proxied", "-n", "clinic", "--proxy", way))
                    .contains("OpenRouter answered 404");
            assertThat(run(2, "verify", "proxied", "-n", "clinic", "--proxy", way, "--no-proxy", "127.0.0.1"))
                    .contains("OpenRouter could not be asked");
        } finally {
            kubectl("patch", "openrouteraccount", "production", "--type=merge", "-p", baseUrl(openRouter.baseUrl()));
        }
    }

    @Test
    void namesTheOptionThatIsWrong() throws Exception {
        assertThat(run(2, "verify", "intake", "-n", "clinic", "--proxy", "http://proxy"))
                .contains("the proxy has to be host:port");
        assertThat(run(2, "verify", "intake", "-n", "clinic", "--ca-bundle", "missing.pem"))
                .contains("CA bundle missing.pem cannot be used");
    }

    private static String baseUrl(String address) {
        return "{\"spec\":{\"baseUrl\":\"%s\"}}".formatted(address);
    }

    private static String publish(String name) {
        String key = openRouter.dashboard().createKey(name);
        kubectl("create", "secret", "generic", name, "-n", "clinic", "--from-literal=OPENROUTER_API_KEY=" + key);
        status("openrouterkey", name, KEY_STATUS.replace("NAME", name).replace("HASH", Simulator.hashOf(key)));
        return key;
    }

    private static void guard(String key) {
        String id = ManagementCall.post(
                        openRouter, "/guardrails", "{\"name\":\"internal\",\"allowed_providers\":[\"azure\"]}")
                .path("id")
                .asText();
        openRouter.dashboard().assign(id, Simulator.hashOf(key));
    }

    private static void status(String kind, String name, String patch) {
        kubectl("patch", kind, name, "-n", "clinic", "--subresource=status", "--type=merge", "-p", patch);
    }

    private static void kubectl(String... arguments) {
        controlPlane.kubectl(arguments).orThrow();
    }

    private static String run(int exitCode, String... arguments) throws IOException, InterruptedException {
        return new ShippedCommand(controlPlane.kubeconfig()).run(exitCode, "", arguments);
    }
}
