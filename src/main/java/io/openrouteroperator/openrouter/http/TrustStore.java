package io.openrouteroperator.openrouter.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom the operator's connections trust: the system's certificate authorities and, where a company inspects TLS, its own. */
public final class TrustStore {
    private TrustStore() {}

    /** A TLS context that also trusts the PEM certificates in this file; one that cannot be read is an {@link IllegalArgumentException}. */
    public static SSLContext context(Path caBundle) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(caBundle), null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has TLS", impossible);
        }
    }

    /** Trust managers that also trust the PEM certificates in this file; one that cannot be read is an {@link IllegalArgumentException}. */
    public static TrustManager[] managers(Path caBundle) {
        try {
            return managers(authorities(caBundle));
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalArgumentException("CA bundle " + caBundle + " cannot be used", unreadable);
        }
    }

    /** The system's certificate authorities and those in the file. */
    static KeyStore authorities(Path caBundle) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        for (X509Certificate authority : systemAuthorities()) {
            trusted.setCertificateEntry("system-" + trusted.size(), authority);
        }
        for (Certificate authority : read(caBundle)) {
            trusted.setCertificateEntry("bundle-" + trusted.size(), authority);
        }
        return trusted;
    }

    private static Collection<? extends Certificate> read(Path caBundle) throws GeneralSecurityException, IOException {
        try (InputStream pem = Files.newInputStream(caBundle)) {
            Collection<? extends Certificate> authorities =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (authorities.isEmpty()) {
                throw new IOException("no certificate in it");
            }
            return authorities;
        }
    }

    private static X509Certificate[] systemAuthorities() throws GeneralSecurityException {
        for (TrustManager manager : managers((KeyStore) null)) {
            if (manager instanceof X509TrustManager trust) {
                return trust.getAcceptedIssuers();
            }
        }
        return new X509Certificate[0];
    }

    /** Trust managers for a key store; null stands for the system's. */
    private static TrustManager[] managers(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }
}
