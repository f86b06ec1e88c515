package io.openrouteroperator.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.compliance.snapshot.ProviderFacts;
import io.openrouteroperator.core.compliance.snapshot.PublishedProviders;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProviderFactsLoopTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00.123Z");

    private final List<PublishedProviders> written = new ArrayList<>();
    private Optional<Catalogue> catalogue = Optional.empty();

    @Test
    void writesNothingBeforeAnAccountWasPolled() {
        loop(null).look();

        assertThat(written).isEmpty();
    }

    @Test
    void writesWhatIsNewOnce() {
        try (ProviderFactsLoop loop = loop(null)) {
            catalogue = Optional.of(of(new Provider("openai", "OpenAI", "US", null)));
            loop.look();
            loop.look();
            catalogue = Optional.of(of(new Provider("openai", "OpenAI", "SG", null)));
            loop.look();
            loop.look();
        }

        assertThat(written)
                .extracting(each -> each.providers().getFirst().headquarters())
                .containsExactly("US", "SG");
        assertThat(written.getFirst().since()).isEqualTo("2026-11-29T12:00:00Z");
    }

    @Test
    void writesNothingThatAnEarlierLeaderHasWritten() {
        Catalogue same = of(new Provider("openai", "OpenAI", "US", null));
        catalogue = Optional.of(same);

        loop(new PublishedProviders(Instant.EPOCH, ProviderFacts.of(same))).look();

        assertThat(written).isEmpty();
    }

    @Test
    void readsWhatItWrote() {
        PublishedProviders published = new PublishedProviders(
                NOW,
                ProviderFacts.of(of(new Provider("openai", "OpenAI", null, List.of("US"), "https://a.example", null))));

        assertThat(ProviderDocument.read(ProviderDocument.write(published))).isEqualTo(published);
    }

    private ProviderFactsLoop loop(@Nullable PublishedProviders before) {
        return new ProviderFactsLoop(
                () -> catalogue, () -> Optional.ofNullable(before), written::add, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Catalogue of(Provider provider) {
        return Catalogue.withoutEndpoints(List.of(provider), List.of(), List.of());
    }
}
