package io.openrouteroperator.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The libraries that ship, as the build has cut them down. */
class ShippedJarsIT {
    private static final Path LIBRARIES = Path.of("target/dist/app/lib/main");

    /** Wherever its class is found, somebody makes one, with 3,000 services that nobody asks for. */
    @Test
    void provideNoCryptographyBesideTheJdks() throws IOException {
        assertThat(entries("org.bouncycastle.bcprov"))
                .contains("org/bouncycastle/asn1/x509/BasicConstraints.class")
                .noneMatch(name -> name.endsWith("BouncyCastleProvider.class"))
                .doesNotContain("META-INF/services/java.security.Provider");
    }

    private static List<String> entries(String library) throws IOException {
        try (Stream<Path> jars = Files.list(LIBRARIES)) {
            Path found = jars.filter(jar -> jar.getFileName().toString().startsWith(library))
                    .findFirst()
                    .orElseThrow();
            try (JarFile jar = new JarFile(found.toFile())) {
                return jar.stream().map(ZipEntry::getName).toList();
            }
        }
    }
}
