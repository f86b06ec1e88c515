package io.openrouteroperator.admission.caller;

import io.openrouteroperator.admission.certificate.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The authorities that sign callers' certificates: a PEM file, read again to notice its rotation. A file that became unreadable changes nothing. */
public final class ClientAuthority {
    private final Path file;
    private volatile Read current;

    private record Read(long revision, String text, X509TrustManager trust) {}

    /**
     * Reads the file for the first time.
     *
     * @throws IllegalStateException when it cannot be read or holds no certificate; the message names file and setting
     */
    public ClientAuthority(Path file) {
        this.file = file;
        this.current = trusting(read(), 0);
    }

    /** Reads the file again; throws like the constructor, and the authorities stay as they were. */
    public synchronized void refresh() {
        String text = read();
        if (!text.equals(current.text())) {
            current = trusting(text, current.revision() + 1);
        }
    }

    /** Another number for each content of the file: what was found with an earlier one is not sure any more. */
    long revision() {
        return current.revision();
    }

    /** Whether one of the authorities signed the chain for a client, and all of it is valid now. */
    boolean signed(X509Certificate[] chain) {
        try {
            current.trust().checkClientTrusted(chain, chain[0].getPublicKey().getAlgorithm());
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private String read() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unusable("cannot be read", e);
        }
    }

    private Read trusting(String text, long revision) {
        try {
            List<X509Certificate> authorities = Pem.certificates(text);
            if (authorities.isEmpty()) {
                throw new CertificateException("it is empty");
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            return new Read(revision, text, trustManager(store));
        } catch (GeneralSecurityException | IOException e) {
            throw unusable("holds no certificates in PEM", e);
        }
    }

    private static X509TrustManager trustManager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                return trust;
            }
        }
        throw new GeneralSecurityException("this Java platform checks no X.509 certificates");
    }

    private IllegalStateException unusable(String problem, Exception cause) {
        return new IllegalStateException(
                "%s %s (%s): put the authority of the API server's client certificate into the ConfigMap or Secret of webhook.clientCertificate"
                        .formatted(file, problem, cause.getMessage()),
                cause);
    }
}
