package io.openrouteroperator.admission.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openrouteroperator.admission.certificate.CertificateIssuer;
import io.openrouteroperator.admission.certificate.CertifiedKey;
import io.openrouteroperator.admission.certificate.Pem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes with a server that asks for certificates, and answers with who the caller is found to be. */
class CertifiedCallersTest {
    private static final String NAME = "front-proxy-client";

    private final CertifiedKey authority = ClientCertificates.authority();
    private final CertifiedKey other = ClientCertificates.authority();
    private final Vertx vertx = Vertx.vertx();

    private Path file = Path.of("");
    private @Nullable ClientAuthority read;
    private @Nullable HttpServer server;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        file = folder.resolve("ca.crt");
        announce(authority);
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void knowsAClientByItsCommonName() throws Exception {
        serve(List.of(NAME));
        assertThat(ask(ClientCertificates.signed(authority, NAME, null))).isEqualTo("known");
    }

    @Test
    void knowsAClientByAnAlternativeName() throws Exception {
        serve(List.of("api-server.example"));
        assertThat(ask(ClientCertificates.signed(authority, "someone", "api-server.example")))
                .isEqualTo("known");
    }

    @Test
    void knowsWhomeverTheAuthoritySignedWhenThereAreNoNames() throws Exception {
        serve(List.of());
        assertThat(ask(ClientCertificates.signed(authority, "someone", null))).isEqualTo("known");
    }

    @Test
    void tellsWhatIsMissing() throws Exception {
        serve(List.of(NAME));
        assertThat(ask(null)).isEqualTo("no-certificate");
        assertThat(ask(ClientCertificates.signed(other, NAME, null))).isEqualTo("unknown-authority");
        assertThat(ask(ClientCertificates.signed(authority, "kubelet", null))).isEqualTo("other-name");
    }

    @Test
    void doesNotTakeAServersCertificate() throws Exception {
        serve(List.of());
        CertifiedKey ofServer = new CertificateIssuer().serving(authority, List.of(NAME), Instant.now());
        assertThat(ask(ofServer)).isEqualTo("unknown-authority");
    }

    @Test
    void followsTheAuthorityOnConnectionsThatAreOpen() throws Exception {
        serve(List.of());
        try (HttpClient old = ClientCertificates.client(ClientCertificates.signed(authority, NAME, null));
                HttpClient next = ClientCertificates.client(ClientCertificates.signed(other, NAME, null))) {
            assertThat(askBy(old)).isEqualTo("known");
            assertThat(askBy(next)).isEqualTo("unknown-authority");

            announce(authority, other);
            assertThat(askBy(old)).isEqualTo("known");
            assertThat(askBy(next)).isEqualTo("known");

            announce(other);
            assertThat(askBy(old)).isEqualTo("unknown-authority");
            assertThat(askBy(next)).isEqualTo("known");
        }
    }

    @Test
    void aFileThatCannotBeUsedChangesNothingAndIsNamed() throws Exception {
        ClientAuthority authorities = serve(List.of());
        Files.writeString(file, "no certificate");

        assertThatIllegalStateException()
                .isThrownBy(authorities::refresh)
                .withMessageContaining("ca.crt holds no certificates in PEM")
                .withMessageContaining("webhook.clientCertificate");
        assertThat(ask(ClientCertificates.signed(authority, NAME, null))).isEqualTo("known");
        Files.delete(file);
        assertThatIllegalStateException()
                .isThrownBy(() -> new ClientAuthority(file))
                .withMessageContaining("cannot be read");
    }

    @Test
    void judgesAConnectionAnewAfterAMinute() {
        AtomicInteger judged = new AtomicInteger();
        SSLSession session = counting(judged);
        Instant now = Instant.now();
        for (int seconds : new int[] {0, 1, 59}) {
            assertThat(at(now.plusSeconds(seconds)).stranger(session)).contains(Stranger.NO_CERTIFICATE);
        }
        assertThat(judged).hasValue(1);
        assertThat(at(now.plusSeconds(60)).stranger(session)).contains(Stranger.NO_CERTIFICATE);
        assertThat(judged).hasValue(2);
    }

    private Callers at(Instant now) {
        return new CertifiedCallers(new ClientAuthority(file), List.of(), Clock.fixed(now, ZoneOffset.UTC));
    }

    /** A session without a certificate, that counts how often it is asked for one. */
    private static SSLSession counting(AtomicInteger asked) {
        Map<Object, Object> values = new HashMap<>();
        return (SSLSession) Proxy.newProxyInstance(
                SSLSession.class.getClassLoader(),
                new Class<?>[] {SSLSession.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "getValue" -> values.get(arguments[0]);
                    case "putValue" -> values.put(arguments[0], arguments[1]);
                    case "getPeerCertificates" -> {
                        asked.incrementAndGet();
                        yield new Certificate[0];
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private ClientAuthority serve(List<String> names) {
        ClientAuthority authorities = new ClientAuthority(file);
        read = authorities;
        Callers callers = new CertifiedCallers(authorities, names, Clock.systemUTC());
        CertifiedKey serving = new CertificateIssuer().serving(authority, List.of("localhost"), Instant.now());
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .setCertValue(Buffer.buffer(Pem.of(List.of(serving.certificate()))))
                                .setKeyValue(Buffer.buffer(Pem.of(serving.privateKey()))))
                        .setClientAuth(ClientAuth.REQUEST)
                        .setTrustOptions(TrustOptions.wrap(new AskForCertificate())))
                .requestHandler(request -> request.response()
                        .end(callers.stranger(request.connection().sslSession())
                                .map(Stranger::id)
                                .orElse("known")))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return authorities;
    }

    private void announce(CertifiedKey... authorities) {
        try {
            Files.writeString(
                    file,
                    Pem.of(Stream.of(authorities).map(CertifiedKey::certificate).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (read != null) {
            read.refresh();
        }
    }

    private String ask(@Nullable CertifiedKey identity) throws IOException, InterruptedException {
        try (HttpClient client = ClientCertificates.client(identity)) {
            return askBy(client);
        }
    }

    private String askBy(HttpClient client) throws IOException, InterruptedException {
        URI address =
                URI.create("https://localhost:" + Objects.requireNonNull(server).actualPort());
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
