package io.openrouteroperator.admission.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.admission.certificate.ServingCertificate.PemKeyPair;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificateKeeperTest {
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final SharedSecret secret = new SharedSecret();
    private final Announcements announcements = new Announcements();

    @Test
    void replicasThatStartTogetherAgreeOnOneAuthority() {
        ServingCertificate one = serving();
        ServingCertificate two = serving();
        CertificateKeeper second = keeper(two);
        secret.beforeFirstCreate = second::keep;
        keeper(one).keep();
        assertThat(one.current()).isEqualTo(two.current());
        assertThat(announcements.bundles).hasSize(1);
        assertThat(one.isReal()).isTrue();
    }

    @Test
    void writesNothingWhileAllIsWell() {
        ServingCertificate serving = serving();
        keeper(serving).keep();
        int writes = secret.writes;
        keeper(serving).keep();
        keeper(serving()).keep();
        assertThat(secret.writes).isEqualTo(writes).isEqualTo(1);
        assertThat(announcements.bundles).hasSize(1);
    }

    @Test
    void putsAnOverwrittenBundleBack() {
        ServingCertificate serving = serving();
        keeper(serving).keep();
        announcements.current = "";
        keeper(serving).keep();
        assertThat(announcements.bundles).hasSize(2);
        assertThat(announcements.bundles.getFirst()).isEqualTo(announcements.bundles.getLast());
    }

    @Test
    void presentsACertificateOnlyAfterItsAuthorityWasAnnounced() throws Exception {
        ServingCertificate serving = serving();
        keeper(serving).keep();
        List<PemKeyPair> presented = new ArrayList<>();
        serving.onChange(pair -> {
            presented.add(pair);
            assertThat(isSignedByOneOf(pair, announcements.current)).isTrue();
        });
        for (int day = 0; day < 6 * 365; day += 10) {
            now = now.plus(Duration.ofDays(10));
            keeper(serving).keep();
        }
        assertThat(presented).hasSizeGreaterThan(20);
        assertThat(new HashSet<>(announcements.bundles)).hasSizeGreaterThan(2);
    }

    @Test
    void replacesContentThatCannotBeRead() {
        secret.version = 1;
        ServingCertificate serving = serving();
        keeper(serving).keep();
        assertThat(secret.certificates).isNotNull();
        assertThat(serving.isReal()).isTrue();
    }

    @Test
    void exchangesALostAuthorityWithoutAGap() {
        ServingCertificate serving = serving();
        CertificateKeeper keeper = keeper(serving);
        keeper.keep();
        PemKeyPair before = serving.current();
        WebhookCertificates lost = Objects.requireNonNull(secret.certificates);
        secret.version = 0;
        now = now.plusSeconds(1);

        keeper.keep();

        assertThat(serving.current()).isEqualTo(before);
        assertThat(announcements.current)
                .startsWith(Pem.of(List.of(lost.authority().certificate())));
        now = now.plus(Duration.ofMinutes(5));
        keeper.keep();
        assertThat(Objects.requireNonNull(secret.certificates).authority()).isNotEqualTo(lost.authority());
        assertThat(isSignedByOneOf(serving.current(), announcements.bundles.get(1)))
                .as("signed by what was announced five minutes ago")
                .isTrue();
    }

    private CertificateKeeper keeper(ServingCertificate serving) {
        return new CertificateKeeper(
                secret,
                announcements,
                new CertificateSchedule(new CertificateIssuer()),
                serving,
                Set.of("localhost"),
                clock);
    }

    private static ServingCertificate serving() {
        return new ServingCertificate(new PemKeyPair("none", "none"));
    }

    private static boolean isSignedByOneOf(PemKeyPair pair, String bundle) {
        try {
            var serving = Pem.certificates(pair.certificates()).getFirst();
            for (var authority : Pem.certificates(bundle)) {
                if (authority.getSubjectX500Principal().equals(serving.getIssuerX500Principal())) {
                    serving.verify(authority.getPublicKey());
                    return true;
                }
            }
            return false;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static final class SharedSecret implements CertificateStore {
        private @Nullable WebhookCertificates certificates;
        private int version;
        private int writes;
        private Runnable beforeFirstCreate = () -> {};

        @Override
        public Optional<Stored> load() {
            return version == 0 ? Optional.empty() : Optional.of(new Stored(certificates, String.valueOf(version)));
        }

        @Override
        public boolean create(WebhookCertificates next) {
            Runnable race = beforeFirstCreate;
            beforeFirstCreate = () -> {};
            race.run();
            return version == 0 && write(next);
        }

        @Override
        public boolean replace(WebhookCertificates next, String resourceVersion) {
            return String.valueOf(version).equals(resourceVersion) && write(next);
        }

        private boolean write(WebhookCertificates next) {
            certificates = next;
            version++;
            writes++;
            return true;
        }
    }

    private static final class Announcements implements CaBundle {
        private final List<String> bundles = new ArrayList<>();
        private String current = "";

        @Override
        public Optional<Set<String>> hosts() {
            return Optional.of(Set.of("webhook.openrouter-system.svc"));
        }

        @Override
        public boolean announce(String pem) {
            if (pem.equals(current)) {
                return false;
            }
            current = pem;
            return bundles.add(pem);
        }
    }
}
