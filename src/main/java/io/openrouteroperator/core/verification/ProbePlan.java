package io.openrouteroperator.core.verification;

import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Model;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the requests: the first model and provider, by name, that the key must not get, so that two runs ask for the same. */
public final class ProbePlan {
    /** Models whose endpoints are looked up in search of a provider that is not approved. */
    private static final int MOST_LOOKUPS = 10;

    private final List<Model> usable;
    private final List<Model> all;
    private final Optional<Set<String>> approved;
    private final boolean freeAllowed;

    /**
     * A plan for one key.
     *
     * @param usable what OpenRouter says that the key may use
     * @param all the catalogue
     * @param approved slugs of the providers that may serve, empty when any may
     * @param freeAllowed whether the class allows free variants
     * @param today a model that is gone by then is not asked for
     */
    public ProbePlan(
            List<Model> usable, List<Model> all, Optional<Set<String>> approved, boolean freeAllowed, LocalDate today) {
        Predicate<Model> lives =
                model -> model.expires() == null || model.expires().isAfter(today);
        this.usable = sorted(usable.stream().filter(lives));
        this.all = sorted(all.stream().filter(lives));
        this.approved = approved;
        this.freeAllowed = freeAllowed;
    }

    /**
     * The probes, what must be refused first.
     *
     * @param endpoints who serves a model, by its id
     * @param allowedToo whether to ask for what the class allows as well, which costs a fraction of a cent
     */
    public List<Probe> probes(Function<String, List<Endpoint>> endpoints, boolean allowedToo) {
        List<Probe> probes = new ArrayList<>(List.of(outsideModel(), freeModel(), outsideProvider(endpoints)));
        if (allowedToo) {
            probes.add(first(usable.stream(), Question.ALLOWED, "the key may use no model"));
        }
        return List.copyOf(probes);
    }

    private Probe outsideModel() {
        Stream<Model> outside = outside().filter(model -> !model.free());
        return first(outside, Question.OUTSIDE_MODEL, "the key may use every model of the catalogue that is not free");
    }

    private Probe freeModel() {
        return freeAllowed
                ? new Probe.Pointless(Question.FREE_MODEL, "the class allows free models")
                : first(all.stream().filter(Model::free), Question.FREE_MODEL, "the catalogue has no free model");
    }

    private Probe outsideProvider(Function<String, List<Endpoint>> endpoints) {
        if (approved.isEmpty()) {
            return new Probe.Pointless(Question.OUTSIDE_PROVIDER, "the class approves every provider");
        }
        for (Model model : usable.stream().limit(MOST_LOOKUPS).toList()) {
            Optional<String> other = endpoints.apply(model.id()).stream()
                    .map(Endpoint::providerSlug)
                    .filter(slug -> !approved.get().contains(slug))
                    .min(Comparator.naturalOrder());
            if (other.isPresent()) {
                return new Probe.Ask(Question.OUTSIDE_PROVIDER, model.id(), other.get());
            }
        }
        return new Probe.Pointless(
                Question.OUTSIDE_PROVIDER,
                "nobody but approved providers serves the first %d models that the key may use"
                        .formatted(Math.min(MOST_LOOKUPS, usable.size())));
    }

    private Stream<Model> outside() {
        Set<String> known = usable.stream().map(Model::canonicalSlug).collect(Collectors.toSet());
        return all.stream().filter(model -> !known.contains(model.canonicalSlug()));
    }

    private static Probe first(Stream<Model> models, Question question, String otherwise) {
        return models.findFirst()
                .<Probe>map(model -> new Probe.Ask(question, model.id(), null))
                .orElseGet(() -> new Probe.Pointless(question, otherwise));
    }

    private static List<Model> sorted(Stream<Model> models) {
        return models.sorted(Comparator.comparing(Model::id)).toList();
    }
}
