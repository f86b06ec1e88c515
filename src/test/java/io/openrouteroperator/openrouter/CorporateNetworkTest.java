package io.openrouteroperator.openrouter;

import static io.openrouteroperator.openrouter.Client.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.openrouter.http.ClientSettings;
import io.openrouteroperator.openrouter.http.ProxySettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS that a company inspects, and proxies. */
class CorporateNetworkTest {
    private static final String CREDITS = "GET /api/v1/credits";
    private static final Reply GOOD = Reply.json(200, "{\"data\":{\"total_credits\":1,\"total_usage\":1}}");

    @TempDir
    private Path folder;

    @Test
    void trustsACompanysOwnAuthority() throws Exception {
        TestAuthority authority = new TestAuthority("company");
        try (ScriptedServer server = new ScriptedServer(authority.serverSocket())) {
            server.on(CREDITS, GOOD);

            Client client = new Client(tls(server, "localhost"), trusting(authority));

            assertThat(client.openRouter.credits().used()).isEqualByComparingTo("1");
        }
    }

    @Test
    void createAtAServerWithoutTrustCertainlyDidNotHappen() throws Exception {
        TestAuthority authority = new TestAuthority("company");
        try (ScriptedServer server = new ScriptedServer(authority.serverSocket())) {
            Client client = new Client(tls(server, "localhost"));

            Failure failure = failure(() -> client.openRouter.createKey(Samples.keyRequest()));

            assertThat(failure).isInstanceOf(Failure.Unreachable.class);
            assertThat(failure.message()).contains("TLS");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void serverOfAnotherNameIsNotTrusted() throws Exception {
        TestAuthority authority = new TestAuthority("company");
        try (ScriptedServer server = new ScriptedServer(authority.serverSocket())) {
            Client client = new Client(tls(server, "127.0.0.1"), trusting(authority));

            assertThat(failure(() -> client.openRouter.createKey(Samples.keyRequest())))
                    .isInstanceOf(Failure.Unreachable.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void goesThroughTheProxy() {
        try (ScriptedServer proxy = new ScriptedServer()) {
            proxy.on(CREDITS, GOOD);
            Client client = new Client(
                    URI.create("http://openrouter.invalid/api/v1"), through(proxy, List.of("other.invalid")));

            client.openRouter.credits();

            assertThat(proxy.requests().getFirst().target()).isEqualTo("http://openrouter.invalid/api/v1/credits");
        }
    }

    @Test
    void goesAroundTheProxyWhereTold() {
        try (ScriptedServer proxy = new ScriptedServer();
                ScriptedServer server = new ScriptedServer()) {
            server.on(CREDITS, GOOD);
            Client client = new Client(server.base(), through(proxy, List.of(" 127.0.0.1 ")));

            client.openRouter.credits();

            assertThat(proxy.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 407, 502})
    void createThatTheProxyTurnsAwayCertainlyDidNotHappen(int status) {
        try (ScriptedServer proxy = new ScriptedServer()) {
            proxy.on("CONNECT openrouter.invalid:443", Reply.full(status, "", ""));
            Client client = new Client(URI.create("https://openrouter.invalid/api/v1"), through(proxy, List.of()));

            Failure failure = failure(() -> client.openRouter.createKey(Samples.keyRequest()));

            assertThat(failure).isInstanceOf(Failure.Unreachable.class);
            assertThat(failure.ambiguous()).isFalse();
        }
    }

    @Test
    void hostWithoutAnAddressIsUnreachable() {
        Client client = new Client(URI.create("http://openrouter.invalid/api/v1"));

        assertThat(failure(() -> client.openRouter.createKey(Samples.keyRequest())))
                .isEqualTo(new Failure.Unreachable("the host name does not resolve"));
    }

    private ClientSettings trusting(TestAuthority authority) throws Exception {
        Path bundle = folder.resolve("ca.pem");
        Files.writeString(bundle, authority.pem());
        return ClientSettings.defaults("test/1").withCaBundle(bundle);
    }

    private static ClientSettings through(ScriptedServer proxy, List<String> except) {
        return ClientSettings.defaults("test/1").withProxy(new ProxySettings("127.0.0.1", proxy.port(), except));
    }

    private static URI tls(ScriptedServer server, String host) {
        return URI.create("https://" + host + ":" + server.port() + "/api/v1");
    }
}
