package io.openrouteroperator.core.policy.grant;

import io.openrouteroperator.core.policy.ClassificationRules;
import io.openrouteroperator.core.policy.DurationText;
import io.openrouteroperator.core.policy.FieldProblem;
import io.openrouteroperator.core.policy.PolicyRules;
import io.openrouteroperator.core.policy.RotationOverride;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.schedule.WindowGap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts rotation terms together: defaults, then the policy, then the classification, then the key. A classification and a key may
 * only make what they inherit stricter; windows and jitter move rotations within the interval and may be anything.
 */
public final class RotationMerge {
    // More would let keys be replaced soon after they were made; the schema says the same.
    private static final int MOST_JITTER = 50;

    private final String path;
    private final RotationTerms inherited;
    private final List<FieldProblem> problems = new ArrayList<>();

    private RotationMerge(String path, RotationTerms inherited) {
        this.path = path;
        this.inherited = inherited;
    }

    /** The terms of a classification. */
    public static RotationResolution ofClassification(PolicyRules policy, ClassificationRules classification) {
        return switch (ofPolicy(policy)) {
            case RotationResolution.Resolved(RotationTerms terms) ->
                merge(classification.path() + ".rotation", terms, classification.rotation(), true);
            case RotationResolution.Invalid invalid -> invalid;
        };
    }

    /** The terms of a key in a classification with these terms. */
    public static RotationResolution ofKey(RotationTerms classification, @Nullable String interval) {
        return merge("spec.rotation", classification, RotationOverride.ofInterval(interval), true);
    }

    /** The terms of a policy. Its interval is at most that of the defaults; everything else is its own decision. */
    public static RotationResolution ofPolicy(PolicyRules policy) {
        return merge("spec.rotation", RotationTerms.standard(), policy.rotation(), false);
    }

    private static RotationResolution merge(
            String path, RotationTerms inherited, RotationOverride override, boolean onlyStricter) {
        return new RotationMerge(path, inherited).merge(override, onlyStricter);
    }

    private RotationResolution merge(RotationOverride override, boolean onlyStricter) {
        Duration interval = duration("interval", override.interval(), inherited.interval(), true);
        Duration overlapMax = duration("overlap.max", override.overlapMax(), inherited.overlapMax(), onlyStricter);
        Duration overlapMin = duration("overlap.min", override.overlapMin(), inherited.overlapMin(), onlyStricter);
        Duration maxAge = duration("maxAge", override.maxAge(), inherited.maxAge(), onlyStricter);
        RotationTerms terms = new RotationTerms(
                interval,
                number("jitterPercent", override.jitterPercent(), inherited.jitterPercent(), 0, MOST_JITTER),
                // An inherited minimum yields to a shorter maximum; a written one must be below it.
                override.overlapMin() == null && overlapMin.compareTo(overlapMax) > 0 ? overlapMax : overlapMin,
                overlapMax,
                maxAge,
                new WindowReading(path, problems).read(override.windows(), inherited.windows()),
                number(
                        "maxConcurrent",
                        override.maxConcurrent(),
                        inherited.maxConcurrent(),
                        1,
                        onlyStricter ? inherited.maxConcurrent() : Integer.MAX_VALUE));
        if (problems.isEmpty()) {
            checkOrder(terms);
        }
        if (problems.isEmpty() && findsOtherWindows(terms)) {
            WindowGap.of(terms)
                    .ifPresent(gap -> problem(override.windows().isEmpty() ? "maxAge" : "windows", gap.problem()));
        }
        return problems.isEmpty() ? new RotationResolution.Resolved(terms) : new RotationResolution.Invalid(problems);
    }

    private void checkOrder(RotationTerms terms) {
        if (terms.overlapMin().compareTo(terms.overlapMax()) > 0) {
            problem("overlap.min", "must be at most overlap.max, which is " + DurationText.format(terms.overlapMax()));
        }
        if (terms.interval().compareTo(terms.maxAge()) > 0) {
            problem("maxAge", "must be at least the interval, which is " + DurationText.format(terms.interval()));
        }
    }

    /** What is inherited whole was checked where it is written. */
    private boolean findsOtherWindows(RotationTerms terms) {
        return !terms.windows().equals(inherited.windows())
                || !terms.maxAge().equals(inherited.maxAge())
                || !terms.overlapMax().equals(inherited.overlapMax())
                || !terms.overlapMin().equals(inherited.overlapMin());
    }

    private Duration duration(String field, @Nullable String text, Duration inheritedValue, boolean onlyShorter) {
        if (text == null) {
            return inheritedValue;
        }
        Duration duration = DurationText.parse(text).orElse(null);
        if (duration == null || duration.isZero()) {
            problem(field, "'" + text + "' is no duration; " + DurationText.ADVICE);
            return inheritedValue;
        }
        if (onlyShorter && duration.compareTo(inheritedValue) > 0) {
            problem(
                    field,
                    "is " + text + ", but only " + DurationText.format(inheritedValue) + " or less is allowed here");
            return inheritedValue;
        }
        return duration;
    }

    private int number(String field, @Nullable Integer value, int inheritedValue, int least, int most) {
        if (value == null) {
            return inheritedValue;
        }
        if (value < least || value > most) {
            problem(
                    field,
                    "is " + value + ", but must be " + least
                            + (most == Integer.MAX_VALUE ? " or more" : " to " + most));
            return inheritedValue;
        }
        return value;
    }

    private void problem(String field, String message) {
        problems.add(new FieldProblem(path + "." + field, message));
    }
}
