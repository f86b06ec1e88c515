package io.openrouteroperator.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Secrets made fresh for one control plane: a token per component, and the key that signs ServiceAccount tokens.
 *
 * <p>The serving certificate is not among them: kube-apiserver makes its own authority and certificate on first start.
 */
final class Credentials {

    static final String ADMIN = "admin";
    static final String CONTROLLER_MANAGER = "system:kube-controller-manager";
    static final String SCHEDULER = "system:kube-scheduler";
    static final String KWOK = "kwok";

    private static final Map<String, String> GROUPS =
            Map.of(ADMIN, "system:masters", KWOK, "system:masters", CONTROLLER_MANAGER, "", SCHEDULER, "");

    private final Map<String, String> tokens;
    private final Path directory;

    private Credentials(Map<String, String> tokens, Path directory) {
        this.tokens = tokens;
        this.directory = directory;
    }

    /** Makes them and writes the files that kube-apiserver and kube-controller-manager read. */
    static Credentials create(Path directory) {
        SecureRandom random = new SecureRandom();
        Map<String, String> tokens = new TreeMap<>();
        GROUPS.keySet().forEach(user -> tokens.put(user, randomToken(random)));
        Credentials credentials = new Credentials(tokens, directory);
        try {
            Files.writeString(credentials.tokenFile(), credentials.tokenLines());
            KeyPair pair = ecKeyPair();
            writePem(credentials.signingKey(), "PRIVATE KEY", pair.getPrivate().getEncoded());
            writePem(credentials.verifyingKey(), "PUBLIC KEY", pair.getPublic().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return credentials;
    }

    String token(String user) {
        return Objects.requireNonNull(tokens.get(user), user);
    }

    Path tokenFile() {
        return directory.resolve("tokens.csv");
    }

    Path signingKey() {
        return directory.resolve("service-account.key");
    }

    Path verifyingKey() {
        return directory.resolve("service-account.pub");
    }

    private String tokenLines() {
        return tokens.entrySet().stream()
                .map(entry -> String.join(
                        ",",
                        List.of(
                                entry.getValue(),
                                entry.getKey(),
                                entry.getKey(),
                                '"' + GROUPS.getOrDefault(entry.getKey(), "") + '"')))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String randomToken(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static KeyPair ecKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot make a P-256 key", e);
        }
    }

    private static void writePem(Path file, String label, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(file, "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n");
    }
}
