package io.openrouteroperator.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.policy.compile.Catalogue;
import io.openrouteroperator.core.usage.AllowedRevision;
import io.openrouteroperator.core.usage.Approval;
import io.openrouteroperator.core.usage.FindingPlace;
import io.openrouteroperator.core.usage.KeyOwner;
import io.openrouteroperator.core.usage.Permitted;
import io.openrouteroperator.core.usage.PolicyHistory;
import io.openrouteroperator.core.usage.RememberedKeys;
import io.openrouteroperator.core.usage.Served;
import io.openrouteroperator.core.usage.TodayReading;
import io.openrouteroperator.core.usage.UnmanagedCaller;
import io.openrouteroperator.core.usage.UnsettledDay;
import io.openrouteroperator.core.usage.UsageFinding;
import io.openrouteroperator.core.usage.UsageRule;
import io.openrouteroperator.core.usage.UsageSummary;
import io.openrouteroperator.core.usage.UsageVerdict;
import io.openrouteroperator.storage.OwnConfigMaps;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept over a restart reads back as it was written, fits, and is not believed once somebody changed it. */
class StoredDocumentsTest {
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void historyReadsBackAsItWasWritten() throws IOException {
        Catalogue catalogue = Catalogue.withoutEndpoints(
                List.of(
                        new Provider("openai", "OpenAI", "US", List.of("US", "DE")),
                        new Provider("nobody", "Nobody", null, null)),
                List.of(),
                List.of(new Endpoint("openai", "openai/gpt-5")));
        PolicyHistory history = PolicyHistory.none()
                .with(new AllowedRevision(
                        BEGIN,
                        "rules",
                        Permitted.only(Set.of("openai", "nobody")),
                        Permitted.everything(),
                        true,
                        Approval.all(catalogue, BEGIN)))
                .with(AllowedRevision.nothing(BEGIN.plusSeconds(5)));

        assertThat(stored(history)).isEqualTo(history);
    }

    @Test
    void revisionThatSomebodyWidenedIsNotBelieved() throws IOException {
        HistoryStore.Document document = HistoryStore.document(
                PolicyHistory.none().with(revision(0, List.of("openai"))).with(revision(1, List.of("azure"))));
        HistoryStore.Stored honest = document.revisions().getFirst();
        HistoryStore.Stored widened =
                new HistoryStore.Stored(document.revisions().getLast().id(), revision(1, List.of("azure", "chutes")));

        PolicyHistory believed =
                HistoryStore.believed(new HistoryStore.Document(List.of(honest, widened)), "corporate", "internal");

        assertThat(believed.revisions()).containsExactly(honest.allowed());
    }

    @Test
    void fiftyRevisionsOfManyModelsFit() throws IOException {
        PolicyHistory history = PolicyHistory.none();
        for (int i = 0; i < 50; i++) {
            history = history.with(revision(
                    i,
                    IntStream.range(i, i + 400)
                            .mapToObj(model -> "author-%d/model-%d-20260101".formatted(model % 50, model * 7919))
                            .toList()));
        }

        assertThat(OwnConfigMaps.packed(HistoryStore.document(history)).length())
                .isLessThan(OwnConfigMaps.MOST_CHARACTERS);
    }

    @Test
    void stateReadsBackAsItWasWritten() throws IOException {
        KeyOwner owner = new KeyOwner("production", "shop", "checkout", "uid", "corporate", "internal");
        LocalDate day = LocalDate.of(2026, 11, 27);
        AccountState state = new AccountState(
                new UsageSummary(
                        day,
                        7,
                        TodayReading.INCOMPLETE,
                        Map.of(new Served("corporate", "internal", "openai", UsageVerdict.ALLOWED), 12L),
                        Map.of(new FindingPlace("corporate", UsageRule.KEY_UNUSED, "shop"), 2),
                        List.of(new UnmanagedCaller(SecretValue.of("stray").hash(), "by hand", 3)),
                        1,
                        4),
                RememberedKeys.none().after(Map.of(SecretValue.of("gone").hash(), owner), Map.of(), day),
                Set.of(new UsageFinding.Identity(UsageRule.PROVIDER_UNKNOWN, "uid", day.plusDays(1), "nobody", "a/b")),
                List.of(unsettled(day.plusDays(1), 2)));

        StateDocument read = OwnConfigMaps.unpacked(OwnConfigMaps.packed(StateDocument.of(state)), StateDocument.class);

        assertThat(read.state()).isEqualTo(state);
    }

    @Test
    void stateOfAnEarlierVersionReadsBack() throws IOException {
        String earlier = "{\"pass\":null,\"gone\":[]}";

        StateDocument read =
                OwnConfigMaps.unpacked(OwnConfigMaps.packed(new ObjectMapper().readTree(earlier)), StateDocument.class);

        assertThat(read.state()).isEqualTo(AccountState.unknown());
    }

    @Test
    void answersOfAsManyKeysAsCanBeAskedForInADayFit() {
        LocalDate day = LocalDate.of(2026, 11, 27);
        int keys = 24 * TodayPass.MOST_KEYS;
        AccountState state = new AccountState(
                null, RememberedKeys.none(), Set.of(), List.of(unsettled(day, keys), unsettled(day.plusDays(1), keys)));

        assertThat(OwnConfigMaps.packed(StateDocument.of(state)).length()).isLessThan(OwnConfigMaps.MOST_CHARACTERS);
    }

    @Test
    void ownersOfTheMostRememberedKeysFit() {
        KeyOwner owner = new KeyOwner("production", "team-with-a-name", "service", "uid", "corporate", "internal");
        RememberedKeys remembered = RememberedKeys.none()
                .after(
                        IntStream.range(0, RememberedKeys.MOST)
                                .boxed()
                                .collect(Collectors.toMap(
                                        i -> SecretValue.of("key-" + i).hash(), _ -> owner)),
                        Map.of(),
                        LocalDate.of(2026, 11, 27));

        assertThat(OwnConfigMaps.packed(StateDocument.of(AccountState.unknown().with(remembered)))
                        .length())
                .isLessThan(OwnConfigMaps.MOST_CHARACTERS);
    }

    private static UnsettledDay unsettled(LocalDate day, int keys) {
        return new UnsettledDay(
                day,
                IntStream.range(0, keys)
                        .boxed()
                        .collect(Collectors.toMap(
                                key -> SecretValue.of("key-" + key).hash(),
                                key -> List.of(row(day, "OpenAI", key), row(day, "Azure", 7 * key)))),
                5,
                TodayReading.COMPLETE);
    }

    private static ActivityRow row(LocalDate day, String provider, int requests) {
        BigDecimal usd = BigDecimal.valueOf(requests * 7919L, 6);
        return new ActivityRow(
                day, "openai/gpt-5", "openai/gpt-5-2025-08-07", provider, requests, usd, BigDecimal.ZERO);
    }

    private static PolicyHistory stored(PolicyHistory history) throws IOException {
        return HistoryStore.believed(
                OwnConfigMaps.unpacked(
                        OwnConfigMaps.packed(HistoryStore.document(history)), HistoryStore.Document.class),
                "corporate",
                "internal");
    }

    private static AllowedRevision revision(int second, List<String> names) {
        return new AllowedRevision(
                BEGIN.plusSeconds(second),
                "rules",
                Permitted.only(Set.copyOf(names)),
                Permitted.only(Set.copyOf(names)),
                false,
                new TreeMap<>());
    }
}
