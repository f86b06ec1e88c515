package io.openrouteroperator.core.usage;

import static io.openrouteroperator.core.usage.UsageScenario.revision;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PolicyHistoryTest {
    private static final String FIRST = "2026-11-01T10:00:00Z";

    @Test
    void sameContentIsNoNewRevision() {
        PolicyHistory history = PolicyHistory.none().with(revision(FIRST, "openai"));

        assertThat(history.with(revision("2026-11-02T10:00:00Z", "openai"))).isSameAs(history);
        assertThat(revision(FIRST, "openai").id())
                .isEqualTo(revision("2026-11-02T10:00:00Z", "openai").id());
    }

    @Test
    void revisionIsInForceFromItsDayToTheDayOfTheNext() {
        PolicyHistory history =
                PolicyHistory.none().with(revision(FIRST, "openai")).with(revision("2026-11-03T00:00:00Z", "chutes"));

        assertThat(history.on(LocalDate.of(2026, 10, 31))).isEmpty();
        assertThat(history.on(LocalDate.of(2026, 11, 1)).orElseThrow().revisions())
                .hasSize(1);
        assertThat(history.on(LocalDate.of(2026, 11, 2))
                        .orElseThrow()
                        .providers()
                        .names())
                .containsExactly("openai");
        assertThat(history.on(LocalDate.of(2026, 11, 3))
                        .orElseThrow()
                        .providers()
                        .names())
                .containsExactly("chutes");
        assertThat(history.on(LocalDate.of(2027, 11, 3))
                        .orElseThrow()
                        .providers()
                        .names())
                .containsExactly("chutes");
    }

    @Test
    void providerKeepsItsApprovalUnderTheSameRules() {
        PolicyHistory history = PolicyHistory.none()
                .with(revision(FIRST, "openai"))
                .with(revision("2026-11-20T00:00:00Z", "openai", "chutes"));

        assertThat(history.newest().orElseThrow().approvals())
                .hasEntrySatisfying(
                        "openai", approval -> assertThat(approval.at()).isEqualTo(Instant.parse(FIRST)));
    }

    @Test
    void otherRulesAreAnotherApproval() {
        AllowedRevision other = revision("2026-11-20T00:00:00Z", "openai", "chutes");
        AllowedRevision rewritten = new AllowedRevision(
                other.from(), "other rules", other.providers(), other.models(), other.free(), other.approvals());

        PolicyHistory history =
                PolicyHistory.none().with(revision(FIRST, "openai")).with(rewritten);

        assertThat(history.newest().orElseThrow().approvals())
                .hasEntrySatisfying(
                        "openai",
                        approval -> assertThat(approval.at()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z")));
    }

    @Test
    void whatAClockThatWasAheadWroteDoesNotComeIntoForceAgain() {
        PolicyHistory history = PolicyHistory.none()
                .with(revision(FIRST, "openai"))
                .with(revision("2026-11-09T10:00:00Z", "chutes"))
                .with(revision("2026-11-05T10:00:00Z", "azure"));

        assertThat(history.newest().orElseThrow().providers().names()).containsExactly("azure");
        assertThat(history.on(LocalDate.of(2026, 11, 4))
                        .orElseThrow()
                        .providers()
                        .names())
                .containsExactly("openai");
        assertThat(history.on(LocalDate.of(2026, 11, 5))
                        .orElseThrow()
                        .providers()
                        .names())
                .containsExactly("azure", "chutes", "openai");
        assertThat(history.on(LocalDate.of(2026, 11, 10))
                        .orElseThrow()
                        .providers()
                        .names())
                .containsExactly("azure");
    }

    @Test
    void whatIsAllowedNowIsInForceTodayWhateverAClockThatWasAheadWrote() {
        PolicyHistory history = PolicyHistory.none()
                .with(revision("2026-11-09T10:00:00Z", "openai"))
                .with(revision(FIRST, "openai"));

        assertThat(history.revisions()).hasSize(1);
        assertThat(history.on(LocalDate.of(2026, 11, 1))).isPresent();
    }

    @Test
    void forgetsWhatWasInForceLongAgoButNotWhatWasInForceSince() {
        PolicyHistory history = PolicyHistory.none()
                .with(revision("2026-01-01T00:00:00Z", "a"))
                .with(revision("2026-02-01T00:00:00Z", "b"))
                .with(revision("2026-11-01T00:00:00Z", "c"))
                .with(revision("2026-11-02T00:00:00Z", "d"));

        assertThat(history.revisions())
                .extracting(each -> each.providers().names().first())
                .containsExactly("b", "c", "d");
    }

    @Test
    void keepsFiftyRevisionsAtMost() {
        PolicyHistory history = PolicyHistory.none();
        for (int i = 0; i < 60; i++) {
            history = history.with(new AllowedRevision(
                    Instant.parse(FIRST).plusSeconds(i),
                    "rules",
                    Permitted.only(Set.of("p" + i)),
                    Permitted.everything(),
                    true,
                    new TreeMap<>()));
        }

        assertThat(history.revisions()).hasSize(50);
        assertThat(history.newest().orElseThrow().providers().names()).containsExactly("p59");
    }
}
