package io.openrouteroperator.core.usage;

import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.policy.compile.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is about a service as it stands, not about one day's calls. */
final class StandingRules {
    /** A key without calls for so many completed days is reported: who needs it would have called by then. */
    static final int UNUSED_DAYS = 14;

    /** A model that goes away within so many days is reported. */
    static final int EXPIRY_DAYS = 14;

    private final Map<String, Model> expiring;
    private final Map<String, Approval> providers;
    private final UsagePeriod period;
    private final SpendForecast forecast;

    StandingRules(Catalogue catalogue, UsagePeriod period) {
        LocalDate horizon = period.today().plusDays(EXPIRY_DAYS);
        this.expiring = catalogue.models().stream()
                .filter(model -> model.expires() != null && !model.expires().isAfter(horizon))
                .collect(Collectors.toMap(Model::id, Function.identity(), (first, _) -> first));
        this.providers = Approval.all(catalogue, period.now());
        this.period = period;
        this.forecast = new SpendForecast(period);
    }

    /** @param served slugs of the providers that served in the judged days */
    List<UsageFinding> judge(
            ServiceKeys service, List<ActivityRow> rows, SortedSet<String> served, PolicyHistory history) {
        List<UsageFinding> found = new ArrayList<>();
        history.newest().ifPresent(allowed -> found.addAll(changed(service.owner(), served, allowed)));
        found.addAll(expiring(service.owner(), rows));
        forecast.of(service, rows)
                .map(message ->
                        UsageFinding.standing(UsageRule.LIMIT_SPENT_EARLY, service.owner(), null, null, message))
                .ifPresent(found::add);
        unused(service, rows).ifPresent(found::add);
        return found;
    }

    private List<UsageFinding> changed(KeyOwner owner, Set<String> served, AllowedRevision allowed) {
        List<UsageFinding> found = new ArrayList<>();
        for (String slug : served) {
            Approval then = allowed.approvals().get(slug);
            Approval now = providers.get(slug);
            if (then == null || now == null) {
                continue;
            }
            List<String> differences = then.differences(now);
            if (!differences.isEmpty()) {
                found.add(UsageFinding.standing(
                        UsageRule.PROVIDER_CHANGED,
                        owner,
                        ForeignName.of(slug),
                        null,
                        "provider '%s' serves this class and is not what it was when the class let it in on %s: %s"
                                .formatted(
                                        ForeignName.of(slug),
                                        LocalDate.ofInstant(then.at(), ZoneOffset.UTC),
                                        String.join("; ", differences))));
            }
        }
        return found;
    }

    private List<UsageFinding> expiring(KeyOwner owner, List<ActivityRow> rows) {
        if (expiring.isEmpty()) {
            return List.of();
        }
        return rows.stream()
                .filter(row -> period.holds(row.date()) && row.requests() > 0)
                .map(row -> expiring.get(row.model()))
                .filter(Objects::nonNull)
                .distinct()
                .map(model -> UsageFinding.standing(
                        UsageRule.MODEL_EXPIRES,
                        owner,
                        null,
                        ForeignName.of(model.id()),
                        "model '%s', which this service uses, goes away on %s; move to another one before"
                                .formatted(ForeignName.of(model.id()), model.expires())))
                .toList();
    }

    private Optional<UsageFinding> unused(ServiceKeys service, List<ActivityRow> rows) {
        Instant since = period.now().minus(Duration.ofDays(UNUSED_DAYS));
        boolean called = rows.stream().anyMatch(row -> row.requests() > 0 && period.isWithin(row.date(), UNUSED_DAYS))
                || service.live().stream().anyMatch(key -> isInUse(key, since));
        if (called || service.live().isEmpty() || service.since().isAfter(since)) {
            return Optional.empty();
        }
        return Optional.of(UsageFinding.standing(
                UsageRule.KEY_UNUSED,
                service.owner(),
                null,
                null,
                "no calls for %d days; delete the OpenRouterKey if nobody needs it".formatted(UNUSED_DAYS)));
    }

    /** Today is not in the activity yet. */
    private static boolean isInUse(RemoteKey key, Instant since) {
        Instant last = key.lastUsedAt();
        return key.usageDaily().signum() > 0 || (last != null && last.isAfter(since));
    }
}
