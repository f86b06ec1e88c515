package io.openrouteroperator.admission.certificate;

import io.openrouteroperator.admission.certificate.ServingCertificate.PemKeyPair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate that somebody else makes and mounts, such as cert-manager; the files are read again to notice a renewal. */
public final class MountedCertificate {
    private final Path directory;
    private final ServingCertificate serving;

    /** @param directory holds {@code tls.crt} and {@code tls.key}, as a Secret of type {@code kubernetes.io/tls} does */
    public MountedCertificate(Path directory, ServingCertificate serving) {
        this.directory = directory;
        this.serving = serving;
    }

    /** Presents what is mounted now; throws when it cannot be read. */
    public void keep() {
        try {
            serving.present(new PemKeyPair(
                    Files.readString(directory.resolve("tls.crt")), Files.readString(directory.resolve("tls.key"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
