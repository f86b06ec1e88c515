package io.openrouteroperator.usage;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.core.usage.KeyOwner;
import io.openrouteroperator.core.usage.ObservedAccount;
import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.ServiceKeys;
import io.openrouteroperator.core.usage.TodayReading;
import io.openrouteroperator.core.usage.UsageFinding;
import io.openrouteroperator.core.usage.UsagePeriod;
import io.openrouteroperator.core.usage.UsageSummary;
import io.openrouteroperator.core.usage.UsageTally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Watches one account: remembers whose its keys are, makes a pass when one is due, and leaves it alone after trouble. */
final class AccountWatch {
    private static final Logger LOG = Logger.getLogger(AccountWatch.class);

    /** The reports have them all; events only call somebody. */
    private static final int MOST_EVENTS = 20;

    private final UsageTools tools;
    private final String account;
    private @Nullable AccountState state;
    private Map<KeyHash, KeyOwner> owners = Map.of();
    private final TodayWatch today;
    private AccountPass.@Nullable Result settled;
    private @Nullable Instant last;
    private Instant notBefore = Instant.MIN;
    private int failures;

    AccountWatch(UsageTools tools, String account) {
        this.tools = tools;
        this.account = account;
        this.today =
                new TodayWatch(account, tools.today(), tools.schedule(), tools.histories()::history, tools.meters());
    }

    /** One look; not to be called by two threads at a time. */
    void look(ObservedAccount observed) {
        try {
            AccountState known = remembering(observed, known());
            Instant now = tools.clock().instant();
            boolean passed = isDue(known, now);
            if (passed) {
                pass(observed, known, now);
            }
            AccountPass.Result days = settled;
            if (days != null && (today.look(observed, known.remembered(), now) || passed)) {
                tell(days.tally().with(today.found(observed, known.remembered())), known, now);
            }
        } catch (OpenRouterException trouble) {
            failed(trouble.failure(), trouble.getMessage());
        } catch (KubernetesClientException trouble) {
            failed(null, String.valueOf(trouble.getMessage()));
        }
    }

    /** The account is gone, and what was said of it with it. */
    void end() {
        tools.reports().withdraw(account);
        tools.states().delete(account);
        tools.board().forget(account);
    }

    /** What an earlier process found is as good as a pass of this one. */
    private AccountState known() {
        AccountState known = state;
        if (known == null) {
            known = tools.states().read(account);
            state = known;
            today.resume(known.unsettled());
            if (known.summary() != null) {
                last = tools.clock().instant();
                tools.board().found(account, known.summary());
            }
        }
        return known;
    }

    /** A key is deleted soon after a rotation, and its calls are shown only when their day is over. */
    private AccountState remembering(ObservedAccount observed, AccountState known) {
        Map<KeyHash, KeyOwner> now = new HashMap<>();
        for (ServiceKeys service : observed.services()) {
            service.hashes().forEach(hash -> now.put(hash, service.owner()));
        }
        LocalDate today = LocalDate.ofInstant(tools.clock().instant(), ZoneOffset.UTC);
        RememberedKeys remembered = known.remembered().after(owners, now, today);
        AccountState kept = keep(known, known.with(remembered));
        owners = now;
        return kept;
    }

    private AccountState keep(AccountState before, AccountState after) {
        if (!after.equals(before)) {
            tools.states().write(account, after);
            state = after;
        }
        return after;
    }

    private boolean isDue(AccountState known, Instant now) {
        UsageSummary summary = known.summary();
        LocalDate through = summary == null ? null : summary.through();
        boolean afresh =
                settled == null && isAboutToday(summary) && tools.schedule().isSettled(account, now);
        return !now.isBefore(notBefore) && (afresh || tools.schedule().isDue(account, through, last, now));
    }

    /**
     * What today adds to completed days needs what those have, which no earlier process leaves behind in full; and what an earlier
     * process told of today is not to be told on where nobody looks any more.
     */
    private boolean isAboutToday(@Nullable UsageSummary before) {
        return tools.today() != null || (before != null && before.today() != TodayReading.NOT_READ);
    }

    private void pass(ObservedAccount observed, AccountState known, Instant now) {
        UsagePeriod period = new UsagePeriod(now, tools.days());
        AccountPass.Result result =
                new AccountPass(observed, period, tools.histories()::history).run(known.remembered());
        settled = result;
        today.settled(period.today().minusDays(1), result.showsYesterday());
        last = tools.clock().instant();
        failures = 0;
    }

    private void tell(UsageTally found, AccountState known, Instant now) {
        tools.reports().write(account, found.findings(), now);
        List<UsageFinding> violations = found.findings().values().stream()
                .flatMap(each -> each.listed().stream())
                .filter(finding -> finding.rule().isViolation())
                .toList();
        announce(violations, known.announced());
        UsageSummary summary = found.summary();
        keep(
                known,
                new AccountState(
                        summary,
                        known.remembered(),
                        violations.stream().map(UsageFinding::identity).collect(Collectors.toSet()),
                        today.known()));
        tools.board().found(account, summary);
    }

    private void announce(List<UsageFinding> violations, Set<UsageFinding.Identity> before) {
        violations.stream()
                .filter(finding -> !before.contains(finding.identity()))
                .limit(MOST_EVENTS)
                .forEach(finding ->
                        tools.events().warning(key(finding.owner()), Reason.SERVED_OUTSIDE_POLICY, finding.message()));
    }

    private static OpenRouterKey key(KeyOwner owner) {
        OpenRouterKey key = new OpenRouterKey();
        key.setMetadata(new ObjectMetaBuilder()
                .withNamespace(owner.namespace())
                .withName(owner.name())
                .withUid(owner.uid())
                .build());
        return key;
    }

    private void failed(@Nullable Failure failure, String message) {
        failures++;
        notBefore = tools.clock().instant().plus(tools.schedule().pause(failure, failures));
        tools.meters().failed();
        tools.board().failed(account, message);
        LOG.warnf(
                "what was served by account %s could not be read, trying again at %s: %s", account, notBefore, message);
    }
}
