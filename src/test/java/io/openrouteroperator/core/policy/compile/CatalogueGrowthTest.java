package io.openrouteroperator.core.policy.compile;

import static io.openrouteroperator.core.policy.compile.CompilerScenario.CATALOGUE;
import static io.openrouteroperator.core.policy.compile.CompilerScenario.only;
import static io.openrouteroperator.core.policy.compile.CompilerScenario.reasons;
import static io.openrouteroperator.core.policy.compile.CompilerScenario.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.openrouter.Provider;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueGrowthTest {
    private static final Catalogue GROWN = new Catalogue(
            Stream.concat(
                            CATALOGUE.providers().stream(),
                            Stream.of(new Provider("azure", "Azure", "US", List.of("US"))))
                    .toList(),
            Stream.concat(CATALOGUE.models().stream(), Stream.of(new Model("openai/gpt-6", "openai/gpt-6", null)))
                    .toList(),
            CATALOGUE.zeroDataRetention(),
            CATALOGUE.endpoints());

    @Test
    void followsTheCatalogueAndTellsWhatWasWon() {
        var before = start().providers("*").denyProviders("venice").models("openai/*");

        var after = before.in(GROWN).after(before.compiled()).compiled();

        assertThat(after.changes())
                .isEqualTo(new ListChanges(List.of("azure"), List.of(), List.of("openai/gpt-6"), List.of()));
    }

    @Test
    void holdsTheListsUntilTheRulesChange() {
        var before = start().hold();

        var after = before.in(GROWN).after(before.compiled()).compiled();

        assertThat(after.settings()).isEqualTo(before.compiled().settings());
        assertThat(after.changes().isEmpty()).isTrue();
        assertThat(after.revision()).isEqualTo(before.compiled().revision());
        assertThat(reasons(after.providerVerdicts()))
                .containsEntry("azure", "is new in the catalogue, and onCatalogueGrowth is Hold");
        assertThat(before.denyModels("mistralai/small")
                        .in(GROWN)
                        .after(before.compiled())
                        .compiled()
                        .models())
                .contains("openai/gpt-6");
    }

    @Test
    void neverLeavesAListOpenThatIsHeld() {
        var held = start().hold().compiled();

        assertThat(held.settings().providers()).isEqualTo(only(held.providers().toArray(new String[0])));
        assertThat(held.settings().models()).isEqualTo(only(held.models().toArray(new String[0])));
    }

    @Test
    void pinsWhatWasOpenWhenHoldIsSwitchedOn() {
        var open = start();

        var held = open.hold().after(open.compiled()).compiled();

        assertThat(held.providers()).isEqualTo(open.compiled().providers());
        assertThat(held.changes().wonProviders()).isEmpty();
        assertThat(held.changes().lostProviders()).containsExactly("*");
    }

    @Test
    void opensWithoutListingWhatItWon() {
        var listed = start().denyProviders("venice").compiled();

        assertThat(start().after(listed).compiled().changes().wonProviders()).containsExactly("*");
    }

    @Test
    void narrowsAHeldListAtOnce() {
        var before = start().hold().data(false, true);
        var shrunk = new Catalogue(
                CATALOGUE.providers(),
                CATALOGUE.models(),
                List.of(new Endpoint("google-vertex", "anthropic/claude-20250929")),
                CATALOGUE.endpoints());

        var after = before.in(shrunk).after(before.compiled()).compiled();

        assertThat(after.providers()).containsExactly("google-vertex");
        assertThat(after.changes().lostProviders()).containsExactly("mistral", "venice");
        assertThat(after.changes().lostModels()).containsExactly("mistralai/small-2506", "openai/gpt-oss");
    }

    @Test
    void goesOnNarrowingWhenANamedProviderLeavesTheCatalogue() {
        var before = start().providers("anthropic", "openai");
        var without = new Catalogue(
                CATALOGUE.providers().stream()
                        .filter(provider -> !provider.slug().equals("openai"))
                        .toList(),
                CATALOGUE.models(),
                List.of(),
                CATALOGUE.endpoints());

        assertThat(before.in(without)
                        .after(before.compiled())
                        .compiled()
                        .changes()
                        .lostProviders())
                .containsExactly("openai");
        assertThat(before.in(without).problems()).hasSize(1);
    }

    @Test
    void readsItsListsBackFromAnUntouchedGuardrail() {
        var held = start().hold().compiled();

        assertThat(PreviousCompilation.readBack(held.revision(), held.settings()))
                .contains(PreviousCompilation.of(held));
    }

    @Test
    void believesNothingOfAGuardrailEditedByHand() {
        var held = start().hold().denyProviders("venice").compiled();
        var edited = start().compiled().settings();

        var previous = PreviousCompilation.readBack(held.revision(), edited).orElseThrow();

        assertThat(previous)
                .isEqualTo(PreviousCompilation.readBack(held.revision(), null).orElseThrow());
        assertThat(previous.settings()).isNull();
        var again = start().hold().denyProviders("venice").after(previous).compiled();
        assertThat(again.settings()).isEqualTo(held.settings());
        assertThat(again.changes()).isEqualTo(ListChanges.none());
    }

    @Test
    void remembersFromTheRevisionAloneThatNamesWereOnceResolved() {
        var before = start().providers("anthropic", "openai").models("openai/gpt-5", "openai/gpt-oss");
        var shrunk = Catalogue.withoutEndpoints(
                List.of(new Provider("anthropic", "Anthropic", "US", List.of("US"))),
                List.of(new Model("openai/gpt-oss", "openai/gpt-oss", null)),
                List.of());
        var previous =
                PreviousCompilation.readBack(before.compiled().revision(), null).orElseThrow();

        assertThat(before.in(shrunk).after(previous).compiled().providers()).containsExactly("anthropic");
    }

    @Test
    void takesNoOtherTextForARevision() {
        var settings = start().compiled().settings();

        assertThat(PreviousCompilation.readBack("", settings)).isEmpty();
        assertThat(PreviousCompilation.readBack("0123456789ab", settings)).isEmpty();
    }
}
