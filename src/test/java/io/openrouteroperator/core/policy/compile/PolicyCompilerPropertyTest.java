package io.openrouteroperator.core.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.openrouter.AllowList;
import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.policy.ModelRules;
import io.openrouteroperator.core.policy.ProviderRules;
import io.openrouteroperator.core.policy.compile.CompiledClassification.Compiled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every policy and catalogue, tried on a thousand of each made from fixed seeds. */
class PolicyCompilerPropertyTest {
    private static final int WORLDS = 1_000;
    private static final List<String> COUNTRIES = List.of("US", "DE", "CN", "SG");

    @Test
    void neverAllowsWhatTheRulesExclude() {
        compiledWorlds((world, compiled) -> {
            ProviderRules rules = world.providers();
            for (Provider provider : named(world.catalogue(), compiled)) {
                assertThat(matches(rules.allow(), provider.slug())).isTrue();
                assertThat(matches(rules.deny(), provider.slug())).isFalse();
                if (!rules.countries().isEmpty()) {
                    assertThat(rules.countries()).contains(provider.headquarters());
                    assertThat(rules.countries()).containsAll(provider.datacenters());
                }
            }
            assertThat(compiled.models())
                    .noneMatch(name -> matches(world.models().deny(), name));
            if (!world.models().allowFree()) {
                assertThat(compiled.models()).noneMatch(name -> name.endsWith(":free"));
                assertThat(compiled.settings().models()).isInstanceOf(AllowList.Only.class);
            }
        });
    }

    @Test
    void keepsEveryModelAnEndpointWithoutRetentionWhereItIsRequired() {
        compiledWorlds((world, compiled) -> {
            if (world.data().zeroDataRetention()) {
                assertThat(compiled.models())
                        .allSatisfy(name -> assertThat(world.catalogue().zeroDataRetention())
                                .anyMatch(endpoint -> compiled.providers().contains(endpoint.providerSlug())
                                        && name.startsWith(endpoint.modelId())));
            }
        });
    }

    @Test
    void listsExactlyWhatItReports() {
        compiledWorlds((_, compiled) -> {
            assertThat(compiled.providers()).isSorted().doesNotHaveDuplicates().isNotEmpty();
            assertThat(compiled.models()).isSorted().doesNotHaveDuplicates().isNotEmpty();
            if (compiled.settings().providers() instanceof AllowList.Only(List<String> names)) {
                assertThat(names).isEqualTo(compiled.providers());
            }
            if (compiled.settings().models() instanceof AllowList.Only(List<String> names)) {
                assertThat(names).isEqualTo(compiled.models());
            }
        });
    }

    @Test
    void onlyNarrowsWhenADenyIsAdded() {
        compiledWorlds((world, compiled) -> {
            String provider = compiled.providers().getFirst();
            String model = compiled.models().getLast();
            for (var stricter : List.of(
                    world.denyProviders(plus(world.providers().deny(), provider)),
                    world.denyModels(plus(world.models().deny(), model)))) {
                if (stricter.outcome() instanceof Compiled narrowed) {
                    assertThat(compiled.providers()).containsAll(narrowed.providers());
                    assertThat(compiled.models()).containsAll(narrowed.models());
                    assertThat(narrowed.providers().size() + narrowed.models().size())
                            .isLessThan(compiled.providers().size()
                                    + compiled.models().size());
                }
            }
        });
    }

    @Test
    void winsNothingWhileHeld() {
        for (int seed = 0; seed < WORLDS; seed++) {
            var random = new Random(seed);
            var before = world(random).hold();
            if (before.outcome() instanceof Compiled compiled
                    && before.in(catalogue(random)).after(compiled).outcome() instanceof Compiled after) {
                assertThat(compiled.providers()).containsAll(after.providers());
                assertThat(compiled.models()).containsAll(after.models());
                assertThat(after.changes().wonModels()).isEmpty();
            }
        }
    }

    @Test
    void dependsOnWhatTheCatalogueSaysAndNotOnItsOrder() {
        compiledWorlds((world, compiled) -> {
            var random = new Random(7);
            Catalogue shuffled = new Catalogue(
                    shuffled(world.catalogue().providers(), random),
                    shuffled(world.catalogue().models(), random),
                    shuffled(world.catalogue().zeroDataRetention(), random),
                    world.catalogue().endpoints());

            assertThat(world.in(shuffled).compiled()).isEqualTo(compiled);
        });
    }

    private static void compiledWorlds(BiConsumer<CompilerScenario, Compiled> claim) {
        int compiled = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            var world = world(new Random(seed));
            if (world.outcome() instanceof Compiled outcome) {
                compiled++;
                claim.accept(world, outcome);
            }
        }
        assertThat(compiled).isGreaterThan(WORLDS / 4);
    }

    private static CompilerScenario world(Random random) {
        var catalogue = catalogue(random);
        var models = new ModelRules(
                random.nextBoolean() ? List.of() : List.of("a/*", "*:free"),
                random.nextBoolean() ? List.of() : List.of("*/m1", "a/m2"),
                random.nextBoolean());
        var providers = new ProviderRules(
                random.nextBoolean() ? List.of("*") : List.of("p1*", "p2", "p3"),
                random.nextBoolean() ? List.of() : List.of("p2", "*7"),
                random.nextBoolean() ? List.of() : List.of("US", "DE"),
                true,
                false);
        return CompilerScenario.start()
                .in(catalogue)
                .providers(providers)
                .models(models)
                .data(random.nextBoolean(), random.nextInt(3) == 0);
    }

    private static Catalogue catalogue(Random random) {
        List<Provider> providers = IntStream.range(1, 20)
                .mapToObj(number -> new Provider("p" + number, "P", country(random), datacenters(random)))
                .filter(provider -> provider.slug().length() < 3 || random.nextInt(4) > 0)
                .toList();
        List<Model> models = new ArrayList<>();
        Map<String, List<Endpoint>> endpoints = new HashMap<>();
        for (int number = 0; number < 20; number++) {
            String slug = (number % 2 == 0 ? "a/m" : "b/m") + number / 2;
            models.add(new Model(slug, slug, null));
            models.add(new Model(slug + ":free", slug, null));
            if (random.nextBoolean()) {
                endpoints.put(slug, endpoints(random, slug));
            }
        }
        List<Endpoint> zeroDataRetention = models.stream()
                .filter(_ -> random.nextBoolean())
                .flatMap(model -> endpoints(random, model.canonicalSlug()).stream())
                .toList();
        return new Catalogue(providers, models, zeroDataRetention, endpoints);
    }

    private static String country(Random random) {
        return COUNTRIES.get(random.nextInt(10) > 0 ? 0 : random.nextInt(COUNTRIES.size()));
    }

    private static List<String> datacenters(Random random) {
        return Stream.generate(() -> country(random)).limit(random.nextInt(3)).toList();
    }

    private static List<Endpoint> endpoints(Random random, String model) {
        return Stream.generate(() -> new Endpoint("p" + (1 + random.nextInt(25)), model))
                .limit(random.nextInt(6))
                .toList();
    }

    private static List<Provider> named(Catalogue catalogue, Compiled compiled) {
        return catalogue.providers().stream()
                .filter(provider -> compiled.providers().contains(provider.slug()))
                .toList();
    }

    private static boolean matches(List<String> globs, String name) {
        return globs.stream().anyMatch(glob -> name.matches(glob.replace("*", ".*")));
    }

    private static String[] plus(List<String> names, String name) {
        return Stream.concat(names.stream(), Stream.of(name)).toArray(String[]::new);
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
