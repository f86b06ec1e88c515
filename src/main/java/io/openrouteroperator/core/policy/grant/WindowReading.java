package io.openrouteroperator.core.policy.grant;

import io.openrouteroperator.core.policy.DurationText;
import io.openrouteroperator.core.policy.FieldProblem;
import io.openrouteroperator.core.policy.RotationOverride.WindowText;
import io.openrouteroperator.core.policy.WindowTerms;
import io.openrouteroperator.core.schedule.CronText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rotation windows. */
final class WindowReading {
    private final String path;
    private final List<FieldProblem> problems;

    WindowReading(String path, List<FieldProblem> problems) {
        this.path = path;
        this.problems = problems;
    }

    /** The windows written here, or the inherited ones when none are. */
    List<WindowTerms> read(List<WindowText> windows, List<WindowTerms> inherited) {
        if (windows.isEmpty()) {
            return inherited;
        }
        List<WindowTerms> terms = new ArrayList<>();
        for (int index = 0; index < windows.size(); index++) {
            read(windows.get(index), path + ".windows[" + index + "]").ifPresent(terms::add);
        }
        return terms;
    }

    private Optional<WindowTerms> read(WindowText window, String windowPath) {
        Optional<Duration> duration = DurationText.parse(window.duration()).filter(length -> !length.isZero());
        Optional<ZoneId> zone = zone(window.timeZone());
        Optional<String> cronProblem = CronText.problem(window.cron());
        cronProblem.ifPresent(problem -> problems.add(new FieldProblem(windowPath + ".cron", problem)));
        if (duration.isEmpty()) {
            problems.add(new FieldProblem(
                    windowPath + ".duration", "'" + window.duration() + "' is no duration; " + DurationText.ADVICE));
        }
        if (zone.isEmpty()) {
            problems.add(new FieldProblem(
                    windowPath + ".timeZone",
                    "'" + window.timeZone() + "' is no time zone; write an IANA name such as Europe/Berlin"));
        }
        return duration.filter(length -> cronProblem.isEmpty())
                .flatMap(length -> zone.map(place -> new WindowTerms(window.cron(), length, place)));
    }

    private static Optional<ZoneId> zone(@Nullable String name) {
        try {
            return Optional.of(name == null ? ZoneOffset.UTC : ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
