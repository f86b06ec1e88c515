package io.openrouteroperator.audit.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Stands in for Amazon's token service: whoever brings the right token of a service account gets credentials of a store. */
final class TokenService implements AutoCloseable {
    private final HttpServer server;
    private final String token;

    TokenService(String token) throws IOException {
        this.token = token;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean right =
                asked.contains("Action=AssumeRoleWithWebIdentity") && asked.contains("WebIdentityToken=" + token);
        byte[] answer = credentials().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(right ? 200 : 403, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String credentials() {
        return """
                <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                  <AssumeRoleWithWebIdentityResult><Credentials>
                    <AccessKeyId>%s</AccessKeyId>
                    <SecretAccessKey>%s</SecretAccessKey>
                    <SessionToken></SessionToken>
                    <Expiration>%s</Expiration>
                  </Credentials></AssumeRoleWithWebIdentityResult>
                </AssumeRoleWithWebIdentityResponse>
                """.formatted(
                ObjectServer.ACCESS_KEY, ObjectServer.SECRET_KEY, Instant.now().plus(1, ChronoUnit.HOURS));
    }
}
