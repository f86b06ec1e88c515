package io.openrouteroperator.usage;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.usage.FindingPlace;
import io.openrouteroperator.core.usage.KeyOwner;
import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.RememberedKeys.Former;
import io.openrouteroperator.core.usage.Served;
import io.openrouteroperator.core.usage.TodayReading;
import io.openrouteroperator.core.usage.UnmanagedCaller;
import io.openrouteroperator.core.usage.UnsettledDay;
import io.openrouteroperator.core.usage.UsageFinding;
import io.openrouteroperator.core.usage.UsageSummary;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form in which an account's state is stored.
 *
 * @param announced null where an earlier version wrote it, and so is the next
 */
record StateDocument(
        @Nullable Pass pass,
        List<Gone> gone,
        @Nullable List<UsageFinding.Identity> announced,
        @Nullable List<Day> unsettled) {
    /** Requests by what they are counted by. */
    record Requests(Served served, long requests) {}

    /** Findings by where they are. */
    record Findings(FindingPlace place, int count) {}

    /** A key that is gone. */
    record Gone(String hash, KeyOwner owner, LocalDate lastSeen) {}

    /** What a key answered. */
    record Answer(String hash, List<ActivityRow> rows) {}

    /** A day that completed days do not have yet. */
    record Day(LocalDate day, List<Answer> served, long unexplained, TodayReading reading) {}

    /** The figures that were told; earlier versions wrote nothing of today. */
    record Pass(
            LocalDate through,
            int days,
            @Nullable TodayReading today,
            List<Requests> served,
            List<Findings> findings,
            List<UnmanagedCaller> unmanaged,
            int unmanagedKeys,
            long unexplained) {}

    static StateDocument of(AccountState state) {
        UsageSummary summary = state.summary();
        return new StateDocument(
                summary == null ? null : pass(summary),
                gone(state.remembered()),
                state.announced().stream()
                        .sorted(Comparator.comparing(UsageFinding.Identity::toString))
                        .toList(),
                state.unsettled().stream().map(StateDocument::day).toList());
    }

    /** All but the largest part: keys are asked anew what they did today, and what that finds has its event again. */
    StateDocument withoutToday() {
        return new StateDocument(pass, gone, List.of(), List.of());
    }

    /** What OpenRouter cannot be asked for again. */
    StateDocument ownersOnly() {
        return new StateDocument(null, gone, List.of(), List.of());
    }

    AccountState state() {
        return new AccountState(
                pass == null ? null : summary(pass),
                new RememberedKeys(gone.stream()
                        .collect(Collectors.toMap(
                                key -> new KeyHash(key.hash()), key -> new Former(key.owner(), key.lastSeen())))),
                new HashSet<>(Objects.requireNonNullElse(announced, List.of())),
                Objects.requireNonNullElse(unsettled, List.<Day>of()).stream()
                        .map(StateDocument::unsettled)
                        .toList());
    }

    private static Pass pass(UsageSummary summary) {
        return new Pass(
                summary.through(),
                summary.days(),
                summary.today(),
                summary.served().entrySet().stream()
                        .map(each -> new Requests(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparing(each -> each.served().toString()))
                        .toList(),
                summary.findings().entrySet().stream()
                        .map(each -> new Findings(each.getKey(), each.getValue()))
                        .toList(),
                summary.unmanaged(),
                summary.unmanagedKeys(),
                summary.unexplained());
    }

    private static UsageSummary summary(Pass pass) {
        return new UsageSummary(
                pass.through(),
                pass.days(),
                Objects.requireNonNullElse(pass.today(), TodayReading.NOT_READ),
                pass.served().stream().collect(Collectors.toMap(Requests::served, Requests::requests)),
                pass.findings().stream().collect(Collectors.toMap(Findings::place, Findings::count)),
                pass.unmanaged(),
                pass.unmanagedKeys(),
                pass.unexplained());
    }

    private static List<Gone> gone(RememberedKeys remembered) {
        return remembered.owners().entrySet().stream()
                .map(each -> new Gone(
                        each.getKey().value(),
                        each.getValue().owner(),
                        each.getValue().lastSeen()))
                .sorted(Comparator.comparing(Gone::hash))
                .toList();
    }

    private static Day day(UnsettledDay day) {
        return new Day(
                day.day(),
                day.served().entrySet().stream()
                        .map(each -> new Answer(each.getKey().value(), each.getValue()))
                        .sorted(Comparator.comparing(Answer::hash))
                        .toList(),
                day.unexplained(),
                day.reading());
    }

    private static UnsettledDay unsettled(Day day) {
        return new UnsettledDay(
                day.day(),
                day.served().stream().collect(Collectors.toMap(answer -> new KeyHash(answer.hash()), Answer::rows)),
                day.unexplained(),
                day.reading());
    }
}
