package io.openrouteroperator.wiring;

import io.openrouteroperator.admission.certificate.CertificateIssuer;
import io.openrouteroperator.admission.certificate.CertificatePerHandshake;
import io.openrouteroperator.admission.certificate.CertifiedKey;
import io.openrouteroperator.admission.certificate.Pem;
import io.openrouteroperator.admission.certificate.ServingCertificate;
import io.openrouteroperator.admission.certificate.ServingCertificate.PemKeyPair;
import io.quarkus.tls.runtime.KeyStoreAndKeyCertOptions;
import io.quarkus.tls.runtime.KeyStoreProvider;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Gives the TLS port a key manager that always has the certificate of the moment; the TLS registry asks for it once, at start. */
@Singleton
@Identifier(WebhookKeyStore.TLS_NAME)
public class WebhookKeyStore implements KeyStoreProvider {
    /** Name of the TLS configuration that {@code quarkus.http.tls-configuration-name} refers to. */
    static final String TLS_NAME = "webhook";

    private final ServingCertificate serving;

    WebhookKeyStore(ServingCertificate serving) {
        this.serving = serving;
    }

    @Override
    public KeyStoreAndKeyCertOptions getKeyStore(Vertx vertx) {
        return new KeyStoreAndKeyCertOptions(
                keyStore(serving.current()), KeyCertOptions.wrap(new CertificatePerHandshake(serving)));
    }

    private static KeyStore keyStore(PemKeyPair pair) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    TLS_NAME,
                    Pem.privateKey(pair.privateKey()),
                    new char[0],
                    Pem.certificates(pair.certificates()).toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the webhook's certificate cannot be used", e);
        }
    }

    /** Where the certificate of the moment is kept. */
    @Singleton
    static class Serving {
        @Produces
        @Singleton
        ServingCertificate servingCertificate(Clock clock) {
            return throwAway(clock);
        }
    }

    /** One that begins with a certificate that nobody trusts. */
    static ServingCertificate throwAway(Clock clock) {
        CertificateIssuer issuer = new CertificateIssuer();
        Instant now = clock.instant();
        CertifiedKey key = issuer.serving(issuer.authority(now), List.of("localhost"), now);
        return new ServingCertificate(new PemKeyPair(Pem.of(List.of(key.certificate())), Pem.of(key.privateKey())));
    }
}
