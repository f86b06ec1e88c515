package io.openrouteroperator.wiring;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import jakarta.inject.Singleton;

/** Takes the buffers of the webhook's TLS from a pool: the JDK's engine needs two of 16 KiB for each review (ADR 14). */
@Singleton
public class TlsBuffers implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setSslEngineOptions(new JdkSSLEngineOptions().setPooledHeapBuffers(true));
    }
}
