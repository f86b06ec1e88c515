package io.openrouteroperator.openrouter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.openrouteroperator.openrouter.TestAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.Collections;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustStoreTest {
    @TempDir
    private Path folder;

    @Test
    void trustsTheBundleBesideTheSystem() throws Exception {
        TestAuthority first = new TestAuthority("first");
        TestAuthority second = new TestAuthority("second");
        Path bundle = folder.resolve("ca.pem");
        Files.writeString(bundle, first.pem() + second.pem());
        TrustManagerFactory system = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        system.init((KeyStore) null);
        int systemSize = ((X509TrustManager) system.getTrustManagers()[0]).getAcceptedIssuers().length;

        KeyStore trusted = TrustStore.authorities(bundle);

        assertThat(trusted.size()).isEqualTo(systemSize + 2);
        assertThat(Collections.list(trusted.aliases())).anyMatch(alias -> trusted(trusted, alias, second));
    }

    @Test
    void namesABundleThatCannotBeRead() throws Exception {
        Path notPem = folder.resolve("empty.pem");
        Files.writeString(notPem, "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustStore.context(notPem))
                .withMessageContaining("empty.pem");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustStore.context(folder.resolve("missing.pem")))
                .withMessageContaining("missing.pem");
    }

    private static boolean trusted(KeyStore store, String alias, TestAuthority authority) {
        try {
            return store.getCertificate(alias).equals(authority.certificate());
        } catch (KeyStoreException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
