package io.openrouteroperator.page;

import static io.openrouteroperator.page.SampleDesk.ask;
import static io.openrouteroperator.page.SampleDesk.header;
import static io.openrouteroperator.page.SampleDesk.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.audit.AuditEvent;
import io.openrouteroperator.core.audit.Detail;
import io.openrouteroperator.core.audit.Digest;
import io.openrouteroperator.core.compliance.trend.DayFigures;
import io.openrouteroperator.core.compliance.trend.GroupFigures;
import io.openrouteroperator.core.compliance.trend.ReviewHistory;
import io.openrouteroperator.corpus.Corpus;
import io.openrouteroperator.evidence.SampleReview;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets which answer. */
class PageDeskTest {
    private static final ReviewHistory HISTORY = ReviewHistory.none()
            .with(new DayFigures(
                    LocalDate.parse("2026-11-20"),
                    true,
                    List.of(
                            new GroupFigures("shop", "confidential", 1, 40, 40, new BigDecimal("1.5"), 2),
                            new GroupFigures("bank", "internal", 1, 77, 77, new BigDecimal("200"), 4),
                            new GroupFigures("shop", "", 0, 0, 0, BigDecimal.ZERO, 1),
                            new GroupFigures("", "", 0, 0, 0, BigDecimal.ZERO, 5))));

    private final PageDesk desk = SampleDesk.of(SampleReview.CLUSTER, HISTORY);

    @TempDir
    private Path work;

    @Test
    void showsTheReviewWithTrendsToWhoeverMaySeeAll() {
        PageAnswer answer = ask(desk, "everything", "", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer))
                .contains("OpenRouter review of the whole cluster", "shop/checkout", "bank/ledger")
                .contains("<option value=\"\" selected>all</option>", "<option value=\"bank\">bank</option>")
                .contains("<th scope=\"row\">2026-11-20</th><td class=\"number\">2</td><td class=\"number\">77</td>"
                        + "<td class=\"number\">58.5</td><td class=\"number\">201.50</td><td class=\"number\">12</td>")
                .contains("<th scope=\"row\">2026-11-24</th>", "<polyline class=\"dashed\"");
    }

    @Test
    void recordsWhoWasShownWhatOnceInAWhile() {
        List<AuditEvent> recorded = new ArrayList<>();
        PageDesk watched = SampleDesk.of(SampleReview.CLUSTER, HISTORY, recorded::add);

        PageAnswer whole = ask(watched, "everything", "", "");
        ask(watched, "everything", "", "");
        ask(watched, "shop", "shop", "confidential");
        ask(watched, "shop", "", "");
        ask(watched, "nobody", "", "");

        assertThat(recorded)
                .extracting(event -> event.actor().name() + " " + event.action() + " "
                        + event.object().name())
                .containsExactly("jane REPORT_MADE cluster", "owner REPORT_MADE shop");
        assertThat(recorded.getFirst().details()).containsEntry(Detail.AFTER, Digest.of(text(whole)));
    }

    @Test
    void showsANamespaceAndNothingOfOthersToItsOwner() {
        PageAnswer answer = ask(desk, "shop", "shop", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer))
                .contains("OpenRouter review of namespace shop", "shop/checkout")
                .contains("<option value=\"shop\" selected>shop</option>")
                .contains("<th scope=\"row\">2026-11-20</th><td class=\"number\">1</td><td class=\"number\">40</td>"
                        + "<td class=\"number\">40.0</td><td class=\"number\">1.50</td><td class=\"number\">3</td>")
                .doesNotContain("bank", "ledger", "200.00", ">all</option>\n</select>\n</label>\n<label>Class");
    }

    @Test
    void whatCannotBeReadNamesNobodyElse() throws IOException {
        Path broken = Files.writeString(
                work.resolve("broken.yaml"),
                SampleReview.cluster().replace("createdAt: \"2026-10-01T00:00:00Z\"", "createdAt: \"soon\""));
        PageDesk desk = SampleDesk.of(broken, HISTORY);

        assertThat(text(ask(desk, "everything", "", ""))).contains("OpenRouterKey ledger does not fit its definition");
        assertThat(text(ask(desk, "shop", "shop", "")))
                .contains("keys: not all of it could be read")
                .doesNotContain("bank", "ledger");
    }

    @Test
    void filtersByClass() {
        assertThat(text(ask(desk, "everything", "", "internal")))
                .contains("the whole cluster, class internal", "bank/ledger")
                .contains("<th scope=\"row\">2026-11-20</th><td class=\"number\">1</td><td class=\"number\">77</td>"
                        + "<td class=\"number\">77.0</td><td class=\"number\">200.00</td><td class=\"number\">4</td>")
                .contains("<option value=\"internal\" selected>internal</option>")
                .doesNotContain("shop/checkout");
    }

    @ParameterizedTest
    @CsvSource({"'', in all namespaces", "bank, in namespace bank"})
    void saysWhichRightIsMissing(String namespace, String where) {
        PageAnswer answer = ask(desk, "shop", namespace, "");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(text(answer))
                .contains(
                        "owner of &lt;b&gt;shop&lt;/b&gt; may not list openrouterkeys.openrouter-operator.io " + where)
                .contains("<input name=\"namespace\"")
                .doesNotContain("checkout", "ledger");
    }

    @Test
    void asksWhoItIs() {
        PageAnswer answer = ask(desk, "nobody", "", "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(header(answer, "WWW-Authenticate"))
                .containsExactly(
                        "Basic realm=\"OpenRouter review\", charset=\"UTF-8\"", "Bearer realm=\"OpenRouter review\"");
        assertThat(text(answer)).contains("kubectl create token").doesNotContain("nobody", "checkout");
        assertThat(desk.answer(new PageRequest("GET", "/", "", "", null)).status())
                .isEqualTo(401);
    }

    @Test
    void saysThatTheApiServerIsAway() {
        PageAnswer answer = ask(desk, "unanswered", "", "");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).containsExactly("10");
        assertThat(text(answer)).contains("The API server is away.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
    void takesNoOtherMethods(String method) {
        PageAnswer answer = desk.answer(new PageRequest(method, "/", "", "", "Bearer everything"));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(header(answer, "Allow")).containsExactly("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "//", "/index.html", "/../etc/passwd", "", "*"})
    void hasNoOtherPages(String path) {
        assertThat(desk.answer(new PageRequest("GET", path, "", "", "Bearer everything"))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "Shop", "a b", "../../secrets", "-a"})
    void takesNamesOnly(String name) {
        assertThat(ask(desk, "everything", name, "").status()).isEqualTo(400);
        assertThat(ask(desk, "everything", "", name).status()).isEqualTo(400);
        assertThat(text(ask(desk, "everything", name, ""))).doesNotContain("<script", ">" + name);
    }

    @Test
    void hostileNamesBecomeNoMarkup() throws IOException {
        Path hostile = Files.writeString(
                work.resolve("hostile.yaml"),
                Corpus.filled(Files.readString(Path.of("src/test/resources/evidence/hostile.yaml"))));

        String page = text(ask(SampleDesk.of(hostile, HISTORY), "everything", "", ""));

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "</html>")
                .doesNotContain("<script", "<img", "<b>", "javascript:\"", "\u202e")
                .doesNotContainPattern("sk-or-v1-[0-9a-f]{20}");
    }
}
