package io.openrouteroperator.proof.bench.admission;

import io.netty.handler.ssl.OpenSsl;
import io.openrouteroperator.admission.certificate.CertificateIssuer;
import io.openrouteroperator.admission.certificate.CertifiedKey;
import io.openrouteroperator.admission.certificate.Pem;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The limit: answers every request with the same allowing review, without looking at it. In a process of its own. */
public final class ConstantServer extends AbstractVerticle {
    private static final Buffer ANSWER = Buffer.buffer(
            "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"response\":{\"uid\":\"705ab4f5\",\"allowed\":true}}"
                    .getBytes(StandardCharsets.UTF_8));

    /** Serves on the port given until it is killed. */
    public static void main(String[] arguments) {
        System.setProperty("bench.port", arguments[0]);
        Vertx.vertx()
                .deployVerticle(
                        ConstantServer.class.getName(),
                        new DeploymentOptions()
                                .setInstances(2 * Runtime.getRuntime().availableProcessors()))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        System.out.println("limit: OpenSSL " + OpenSsl.isAvailable());
    }

    @Override
    public void start() {
        CertificateIssuer issuer = new CertificateIssuer();
        Instant validFrom = Instant.ofEpochMilli(System.currentTimeMillis());
        CertifiedKey key = issuer.serving(issuer.authority(validFrom), List.of("localhost"), validFrom);
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setSslEngineOptions(OpenSsl.isAvailable() ? new OpenSSLEngineOptions() : new JdkSSLEngineOptions())
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertValue(Buffer.buffer(Pem.of(List.of(key.certificate()))))
                        .setKeyValue(Buffer.buffer(Pem.of(key.privateKey()))));
        var _ = vertx.createHttpServer(options)
                .requestHandler(request -> {
                    var _ = request.response().end(ANSWER);
                })
                .listen(Integer.getInteger("bench.port"))
                .toCompletionStage()
                .toCompletableFuture();
    }
}
