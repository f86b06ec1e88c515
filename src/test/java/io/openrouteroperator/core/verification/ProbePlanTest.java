package io.openrouteroperator.core.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.verification.Probe.Ask;
import io.openrouteroperator.core.verification.Probe.Pointless;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a key is asked for. */
class ProbePlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Model CHEAP = new Model("a/cheap", "a/cheap-1", null);
    private static final Model LARGE = new Model("b/large", "b/large-1", null);
    private static final Model FREE = new Model("b/large:free", "b/large-1:free", null);
    private static final Model GONE = new Model("a/a-gone", "a/a-gone-1", TODAY);

    private final List<String> lookedUp = new ArrayList<>();

    @Test
    void asksForWhatIsOutsideOfTheClassInThreeWays() {
        List<Probe> probes = plan(List.of(CHEAP), List.of(GONE, FREE, LARGE, CHEAP), Set.of("openai"), false, false);

        assertThat(probes)
                .containsExactly(
                        new Ask(Question.OUTSIDE_MODEL, "b/large", null),
                        new Ask(Question.FREE_MODEL, "b/large:free", null),
                        new Ask(Question.OUTSIDE_PROVIDER, "a/cheap", "azure"));
    }

    @Test
    void asksForWhatIsAllowedOnlyWhenItShall() {
        assertThat(plan(List.of(CHEAP), List.of(CHEAP, LARGE), Set.of("openai"), false, true))
                .contains(new Ask(Question.ALLOWED, "a/cheap", null));
    }

    @Test
    void asksNothingWhereEverythingIsAllowed() {
        List<Probe> probes = plan(List.of(CHEAP, FREE), List.of(CHEAP, FREE), null, true, false);

        assertThat(probes).allSatisfy(probe -> assertThat(probe).isInstanceOf(Pointless.class));
        assertThat(lookedUp).isEmpty();
    }

    @Test
    void takesTheNextModelWhereOnlyApprovedProvidersServe() {
        List<Probe> probes =
                plan(List.of(CHEAP, LARGE), List.of(CHEAP, LARGE), Set.of("openai", "azure"), false, false);

        assertThat(probes).contains(new Ask(Question.OUTSIDE_PROVIDER, "b/large", "zeta"));
    }

    @Test
    void neverLooksUpMoreThanTenModels() {
        List<Model> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(new Model("a/m" + i, "a/m" + i, null));
        }

        List<Probe> probes = plan(many, many, Set.of("openai", "azure"), false, false);

        assertThat(lookedUp).hasSize(10);
        assertThat(probes.getLast())
                .isEqualTo(new Pointless(
                        Question.OUTSIDE_PROVIDER,
                        "nobody but approved providers serves the first 10 models that the key may use"));
    }

    private List<Probe> plan(
            List<Model> usable,
            List<Model> all,
            @Nullable Set<String> approved,
            boolean freeAllowed,
            boolean allowedToo) {
        return new ProbePlan(usable, all, Optional.ofNullable(approved), freeAllowed, TODAY)
                .probes(this::endpoints, allowedToo);
    }

    private List<Endpoint> endpoints(String model) {
        lookedUp.add(model);
        return model.equals("b/large")
                ? List.of(new Endpoint("zeta", model), new Endpoint("openai", model))
                : List.of(new Endpoint("openai", model), new Endpoint("azure", model));
    }
}
