package io.openrouteroperator.admission.certificate;

import io.openrouteroperator.admission.certificate.ServingCertificate.PemKeyPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.NoSuchElementException;

/** A certificate that somebody else makes and mounts, such as cert-manager; the files are read again to notice a renewal. */
public final class MountedCertificate {
    private final Path directory;
    private final ServingCertificate serving;

    /** @param directory holds {@code tls.crt} and {@code tls.key}, as a Secret of type {@code kubernetes.io/tls} does */
    public MountedCertificate(Path directory, ServingCertificate serving) {
        this.directory = directory;
        this.serving = serving;
    }

    /** Presents what is mounted now and returns it; throws when it cannot be read. */
    public X509Certificate keep() {
        try {
            String chain = Files.readString(directory.resolve("tls.crt"));
            X509Certificate first = Pem.certificates(chain).getFirst();
            serving.present(new PemKeyPair(chain, Files.readString(directory.resolve("tls.key"))));
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | NoSuchElementException e) {
            throw new IllegalStateException(directory.resolve("tls.crt") + " holds no certificate", e);
        }
    }
}
