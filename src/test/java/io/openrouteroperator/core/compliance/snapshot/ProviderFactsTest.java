package io.openrouteroperator.core.compliance.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProviderFactsTest {
    @Test
    void tellsWhereAProviderIsWhatItSaysOfItselfAndHowManyModelsItKeepsNothingOf() {
        Catalogue catalogue = Catalogue.withoutEndpoints(
                List.of(
                        new Provider(
                                "openai",
                                "OpenAI",
                                "US",
                                List.of("US", "IE"),
                                "https://openai.example/privacy",
                                "https://openai.example/terms"),
                        new Provider("nobody", "Nobody", null, null)),
                List.of(),
                List.of(new Endpoint("openai", "a/b"), new Endpoint("openai", "a/b"), new Endpoint("openai", "a/c")));

        assertThat(ProviderFacts.of(catalogue))
                .containsExactly(
                        new ProviderFacts("nobody", "Nobody", null, null, null, null, 0),
                        new ProviderFacts(
                                "openai",
                                "OpenAI",
                                "US",
                                List.of("US", "IE"),
                                "https://openai.example/privacy",
                                "https://openai.example/terms",
                                2));
    }

    @Test
    void takesNoAddressThatIsNotOneOfAPage() {
        ProviderFacts facts =
                new ProviderFacts("a", "A", null, null, "javascript:alert(1)", "http://a.example/terms", 0);

        assertThat(facts.privacyPolicy()).isNull();
        assertThat(facts.termsOfService()).isNull();
        assertThat(new ProviderFacts("a", "A", null, null, "https://a.example/\"x", "https://a.example/ x", 0))
                .isEqualTo(new ProviderFacts("a", "A", null, null, null, null, 0));
    }

    @Test
    void staysSmallWhateverOpenRouterSays() {
        String endless = "x".repeat(100_000);
        List<Provider> providers = IntStream.range(0, 5_000)
                .mapToObj(number -> new Provider(
                        "provider-" + number,
                        endless,
                        endless,
                        Collections.nCopies(1_000, number % 2 == 0 ? "US" : endless),
                        "https://" + endless,
                        endless))
                .toList();

        List<ProviderFacts> facts = ProviderFacts.of(Catalogue.withoutEndpoints(providers, List.of(), List.of()));

        assertThat(facts.size()).isBetween(100, 400);
        assertThat(facts).allSatisfy(each -> {
            assertThat(each.name()).hasSizeLessThanOrEqualTo(80);
            assertThat(each.datacenters()).hasSizeLessThanOrEqualTo(50);
            assertThat(each.headquarters()).isNull();
            assertThat(each.privacyPolicy()).isNull();
        });
    }
}
