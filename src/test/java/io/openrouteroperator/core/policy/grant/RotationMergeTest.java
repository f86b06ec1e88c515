package io.openrouteroperator.core.policy.grant;

import static io.openrouteroperator.core.policy.grant.PolicyFixture.classification;
import static io.openrouteroperator.core.policy.grant.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.policy.LabelMatcher;
import io.openrouteroperator.core.policy.RotationOverride;
import io.openrouteroperator.core.policy.RotationOverride.WindowText;
import io.openrouteroperator.core.policy.RotationTerms;
import io.openrouteroperator.core.policy.WindowTerms;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RotationMergeTest {
    private static final RotationOverride NONE = RotationOverride.none();

    @Test
    void startsFromTheDefaults() {
        assertThat(terms(resolve(NONE, NONE))).isEqualTo(RotationTerms.standard());
    }

    @Test
    void letsTheClassificationBeStricter() {
        var terms = terms(resolve(
                rotation("60d", "2h", "48h", "70d", 4),
                new RotationOverride("30d", 20, "1h", "24h", "40d", List.of(), 2)));

        assertThat(terms)
                .isEqualTo(new RotationTerms(
                        Duration.ofDays(30),
                        20,
                        Duration.ofHours(1),
                        Duration.ofHours(24),
                        Duration.ofDays(40),
                        List.of(),
                        2));
    }

    @Test
    void refusesAClassificationThatIsLaxer() {
        assertThat(problems(resolve(rotation("60d", "2h", "48h", "70d", 4), rotation("61d", "3h", "49h", "71d", 5))))
                .containsExactly(
                        "spec.classifications[secret].rotation.interval: is 61d, but only 60d or less is allowed here",
                        "spec.classifications[secret].rotation.overlap.max: is 49h, but only 2d or less is allowed here",
                        "spec.classifications[secret].rotation.overlap.min: is 3h, but only 2h or less is allowed here",
                        "spec.classifications[secret].rotation.maxAge: is 71d, but only 70d or less is allowed here",
                        "spec.classifications[secret].rotation.maxConcurrent: is 5, but must be 1 to 4");
    }

    @Test
    void letsThePolicyDecideAllButTheLongestInterval() {
        assertThat(terms(resolve(rotation("90d", "5h", "200h", "365d", 50), NONE))
                        .maxAge())
                .isEqualTo(Duration.ofDays(365));
        assertThat(problems(resolve(rotation("91d", null, null, null, null), NONE)))
                .containsExactly("spec.rotation.interval: is 91d, but only 90d or less is allowed here");
    }

    @Test
    void letsAnInheritedMinimumYieldToAShorterMaximum() {
        var terms = terms(resolve(NONE, rotation(null, null, "30m", null, null)));

        assertThat(terms.overlapMin()).isEqualTo(terms.overlapMax()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void refusesAMinimumAboveTheMaximum() {
        assertThat(problems(resolve(rotation(null, "80h", null, null, null), NONE)))
                .containsExactly("spec.rotation.overlap.min: must be at most overlap.max, which is 3d");
    }

    @Test
    void refusesAMaximumAgeBelowTheInterval() {
        assertThat(problems(resolve(NONE, rotation(null, null, null, "60d", null))))
                .containsExactly(
                        "spec.classifications[secret].rotation.maxAge: must be at least the interval, which is 90d");
    }

    @Test
    void refusesWhatCannotBeRead() {
        assertThat(problems(resolve(new RotationOverride("0d", 51, "soon", null, null, List.of(), 0), NONE)))
                .containsExactly(
                        "spec.rotation.interval: '0d' is no duration; write days, hours, minutes and seconds such as "
                                + "90d, 72h or 1h30m",
                        "spec.rotation.overlap.min: 'soon' is no duration; write days, hours, minutes and seconds such as "
                                + "90d, 72h or 1h30m",
                        "spec.rotation.jitterPercent: is 51, but must be 0 to 50",
                        "spec.rotation.maxConcurrent: is 0, but must be 1 or more");
        assertThat(problems(resolve(new RotationOverride(null, -1, null, null, null, List.of(), null), NONE)))
                .containsExactly("spec.rotation.jitterPercent: is -1, but must be 0 to 50");
    }

    @Test
    void takesTheClassificationsWindowsInsteadOfThePolicys() {
        var policyWindow = new WindowText("0 2 * * SUN", "4h", "Europe/Berlin");
        var classWindow = new WindowText("0 4 * * *", "1h", null);

        assertThat(terms(resolve(windows(policyWindow), NONE)).windows())
                .containsExactly(new WindowTerms("0 2 * * SUN", Duration.ofHours(4), ZoneId.of("Europe/Berlin")));
        assertThat(terms(resolve(windows(policyWindow), windows(classWindow))).windows())
                .containsExactly(new WindowTerms("0 4 * * *", Duration.ofHours(1), ZoneOffset.UTC));
    }

    @Test
    void refusesWindowsThatCannotBeRead() {
        assertThat(problems(resolve(
                        windows(
                                new WindowText("0 2 * * *", "4h", null),
                                new WindowText("0 2 * * *", "0h", "Berlin"),
                                new WindowText("0 2 * * *", "long", "UTC")),
                        NONE)))
                .containsExactly(
                        "spec.rotation.windows[1].duration: '0h' is no duration; write days, hours, minutes and seconds "
                                + "such as 90d, 72h or 1h30m",
                        "spec.rotation.windows[1].timeZone: 'Berlin' is no time zone; write an IANA name such as "
                                + "Europe/Berlin",
                        "spec.rotation.windows[2].duration: 'long' is no duration; write days, hours, minutes and seconds "
                                + "such as 90d, 72h or 1h30m");
    }

    @Test
    void namesTheCronFieldThatIsWrong() {
        assertThat(problems(resolve(
                        NONE,
                        windows(
                                new WindowText("0 2 * * FUN", "4h", null),
                                new WindowText("0 2 * *", "4h", null),
                                new WindowText("0 24 * * *", "4h", null),
                                new WindowText("0 2 31 4,6 *", "4h", null),
                                new WindowText("0 2 * * SUN-TUE", "4h", null)))))
                .containsExactly(
                        "spec.classifications[secret].rotation.windows[0].cron: '0 2 * * FUN' is no cron expression: 'FUN' is no "
                                + "day of week; write 0 to 7 or SUN to SAT, a range such as 1-5, a list such as 1,3, a step such as "
                                + "*/2, or *",
                        "spec.classifications[secret].rotation.windows[1].cron: '0 2 * *' is no cron expression; write minute, "
                                + "hour, day of month, month and day of week, such as 0 2 * * SUN",
                        "spec.classifications[secret].rotation.windows[2].cron: '0 24 * * *' is no cron expression: '24' is no "
                                + "hour; write 0 to 23, a range such as 1-5, a list such as 1,3, a step such as */2, or *",
                        "spec.classifications[secret].rotation.windows[3].cron: '0 2 31 4,6 *' never opens: no such day comes in "
                                + "such a month; write a day of 28 or less");
    }

    @Test
    void refusesWindowsThatAKeyCannotWaitFor() {
        assertThat(problems(resolve(windows(new WindowText("0 2 1 1 *", "4h", null)), NONE)))
                .containsExactly(
                        "spec.rotation.windows: no window opens from 2026-01-01 to 2027-01-01 (365d), but a key has to be "
                                + "replaced within 99d22h of its creation; let a window open at least every 99d, or set maxAge to 366d or "
                                + "more");
        assertThat(problems(resolve(windows(new WindowText("0 2 29 2 *", "4h", null)), NONE)))
                .containsExactly(
                        "spec.rotation.windows: no window opens from 2028-02-29 to 2032-02-29 (1461d), but a key has to be "
                                + "replaced within 99d22h of its creation; let a window open at least every 99d");
    }

    @Test
    void refusesAShorterLifeThanTheInheritedWindowsAllow() {
        var monthly = windows(new WindowText("0 2 1 * *", "4h", null));

        assertThat(terms(resolve(monthly, NONE)).windows()).hasSize(1);
        assertThat(problems(resolve(monthly, rotation("20d", null, null, "30d", null))))
                .containsExactly(
                        "spec.classifications[secret].rotation.maxAge: no window opens from 2026-01-01 to 2026-02-01 (31d), "
                                + "but a key has to be replaced within 29d22h of its creation; let a window open at least every 29d, or set "
                                + "maxAge to 32d or more");
    }

    @Test
    void letsAKeyOnlyShortenItsInterval() {
        var standard = RotationTerms.standard();

        assertThat(terms(RotationMerge.ofKey(standard, "14d")).interval()).isEqualTo(Duration.ofDays(14));
        assertThat(terms(RotationMerge.ofKey(standard, null))).isEqualTo(standard);
        assertThat(problems(RotationMerge.ofKey(standard, "100d")))
                .containsExactly("spec.rotation.interval: is 100d, but only 90d or less is allowed here");
    }

    private static RotationResolution resolve(RotationOverride policyRotation, RotationOverride classRotation) {
        var everywhere = LabelMatcher.everything();
        var classification = classification("secret", everywhere, classRotation);
        return RotationMerge.ofClassification(
                policy("corporate", everywhere, policyRotation, classification), classification);
    }

    private static RotationOverride rotation(
            @Nullable String interval,
            @Nullable String overlapMin,
            @Nullable String overlapMax,
            @Nullable String maxAge,
            @Nullable Integer maxConcurrent) {
        return new RotationOverride(interval, null, overlapMin, overlapMax, maxAge, List.of(), maxConcurrent);
    }

    private static RotationOverride windows(WindowText... windows) {
        return new RotationOverride(null, null, null, null, null, List.of(windows), null);
    }

    private static RotationTerms terms(RotationResolution resolution) {
        assertThat(resolution).isInstanceOf(RotationResolution.Resolved.class);
        return ((RotationResolution.Resolved) resolution).terms();
    }

    private static List<String> problems(RotationResolution resolution) {
        assertThat(resolution).isInstanceOf(RotationResolution.Invalid.class);
        return ((RotationResolution.Invalid) resolution)
                .problems().stream().map(problem -> problem.toString()).toList();
    }
}
