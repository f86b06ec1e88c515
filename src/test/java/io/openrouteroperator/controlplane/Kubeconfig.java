package io.openrouteroperator.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Writes kubeconfig files that need no other file. */
final class Kubeconfig {

    private Kubeconfig() {}

    /** Writes the file and returns it. */
    static Path write(Path file, String url, String authority, String token, String namespace) {
        String encoded = Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.US_ASCII));
        String content = """
            apiVersion: v1
            kind: Config
            clusters:
            - name: control-plane
              cluster:
                server: %s
                certificate-authority-data: %s
            users:
            - name: user
              user:
                token: %s
            contexts:
            - name: control-plane
              context:
                cluster: control-plane
                user: user
                namespace: %s
            current-context: control-plane
            """.formatted(url, encoded, token, namespace);
        try {
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
