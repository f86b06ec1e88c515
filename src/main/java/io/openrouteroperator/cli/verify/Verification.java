package io.openrouteroperator.cli.verify;

import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.OpenRouterConnector;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.verification.Probe;
import io.openrouteroperator.core.verification.ProbePlan;
import io.openrouteroperator.core.verification.ProbeVerdict;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the requests of a plan, one after the other, each once. */
final class Verification {
    private final OpenRouterConnector connector;
    private final Clock clock;

    Verification(OpenRouterConnector connector, Clock clock) {
        this.connector = connector;
        this.clock = clock;
    }

    /** What each probe proved; throws {@link OpenRouterException} when the catalogue cannot be read with the key. */
    List<ProbeVerdict> of(ServiceKey service, boolean allowedToo) {
        OpenRouter openRouter = connector.connect(service.connection());
        ProbePlan plan = new ProbePlan(
                openRouter.usableModels(service.value()),
                openRouter.models(),
                service.approved(),
                service.rules().models().allowFree(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Set<String> approvedNames = approvedNames(openRouter, service);
        return plan.probes(openRouter::endpoints, allowedToo).stream()
                .map(probe -> switch (probe) {
                    case Probe.Pointless pointless -> ProbeVerdict.of(pointless);
                    case Probe.Ask ask -> verdict(openRouter, service, ask, approvedNames);
                })
                .toList();
    }

    private static ProbeVerdict verdict(
            OpenRouter openRouter, ServiceKey service, Probe.Ask ask, Set<String> approvedNames) {
        try {
            return ProbeVerdict.served(
                    ask, openRouter.ask(service.value(), ask.model(), ask.provider()), approvedNames);
        } catch (OpenRouterException refused) {
            return ProbeVerdict.refused(ask, refused.failure());
        }
    }

    /** Answers name providers by their display names. */
    private static Set<String> approvedNames(OpenRouter openRouter, ServiceKey service) {
        Set<String> slugs = service.approved().orElse(Set.of());
        return openRouter.providers().stream()
                .filter(provider -> slugs.contains(provider.slug()))
                .map(Provider::name)
                .collect(Collectors.toSet());
    }
}
