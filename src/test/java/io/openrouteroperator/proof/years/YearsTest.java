package io.openrouteroperator.proof.years;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.policy.WindowTerms;
import io.openrouteroperator.core.schedule.PlannedRotation;
import io.openrouteroperator.core.schedule.PlannedRotation.Cause;
import io.openrouteroperator.core.schedule.RotationSchedule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The short form of {@code make prove-years}, and that it finds a schedule which is wrong. */
class YearsTest {
    @Test
    void fifteenMonthsBreakNoRule() {
        Judge judge = Years.play(Story.fifteenMonths(), RotationSchedule::plan);

        assertThat(ProveYears.violations(judge)).isEmpty();
        assertThat(judge.outcomes.values())
                .allSatisfy(outcome -> assertThat(outcome.rotations)
                        .as("the story is about something")
                        .isGreaterThan(20));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsAScheduleThatIsWrong(Fault fault) {
        Judge judge = Years.play(Story.fifteenMonths(), fault.schedule());

        assertThat(ProveYears.violations(judge))
                .anySatisfy(violation -> assertThat(violation).contains(fault.symptom()));
    }

    /** A schedule that is wrong in one place, and what the judge says of it. */
    record Fault(String name, String symptom, Schedule schedule) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Fault> faults() {
        return List.of(
                new Fault(
                        "ignores windows",
                        "starts outside of its windows",
                        (uid, createdAt, terms, advancedTo, now) ->
                                RotationSchedule.plan(uid, createdAt, anyTime(terms), advancedTo, now)),
                new Fault(
                        "lets windows push a key past its deadline",
                        "h old, and may be",
                        (uid, createdAt, terms, advancedTo, now) -> {
                            var plan = RotationSchedule.plan(uid, createdAt, terms, advancedTo, now);
                            return plan.cause() == Cause.OUTSIDE_WINDOWS || plan.cause() == Cause.EARLIER_WINDOW
                                    ? RotationSchedule.plan(uid, createdAt, unending(terms), advancedTo, now)
                                    : plan;
                        }),
                new Fault("does not warn", "without a warning", (uid, createdAt, terms, advancedTo, now) -> {
                    var plan = RotationSchedule.plan(uid, createdAt, terms, advancedTo, now);
                    return plan.cause() == Cause.OUTSIDE_WINDOWS
                            ? new PlannedRotation(plan.at(), Cause.WINDOW, plan.words())
                            : plan;
                }),
                new Fault(
                        "ignores the fleet plan",
                        "h old, and may be",
                        (uid, createdAt, terms, advancedTo, now) ->
                                RotationSchedule.plan(uid, createdAt, terms, null, now)),
                new Fault(
                        "replaces young keys",
                        "for no reason",
                        (uid, createdAt, terms, advancedTo, now) -> RotationSchedule.plan(
                                uid, createdAt.minus(terms.interval().dividedBy(2)), terms, null, now)));
    }

    private static RotationTerms anyTime(RotationTerms terms) {
        return with(terms, 1, List.of());
    }

    private static RotationTerms unending(RotationTerms terms) {
        return with(terms, 3, terms.windows());
    }

    private static RotationTerms with(RotationTerms terms, int ages, List<WindowTerms> windows) {
        return new RotationTerms(
                terms.interval(),
                terms.jitterPercent(),
                terms.overlapMin(),
                terms.overlapMax(),
                terms.maxAge().multipliedBy(ages),
                windows,
                terms.maxConcurrent());
    }
}
