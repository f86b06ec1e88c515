package io.openrouteroperator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.controlplane.audit.AuditLog.Mark;
import io.openrouteroperator.core.compliance.trend.DayFigures;
import io.openrouteroperator.core.compliance.trend.GroupFigures;
import io.openrouteroperator.core.compliance.trend.ReviewHistory;
import io.openrouteroperator.installation.InstalledOperator;
import io.openrouteroperator.page.ReviewHistoryStore;
import io.openrouteroperator.reconcile.DeliveredKey;
import io.openrouteroperator.reconcile.Tenant;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The page of the operator as it ships, installed with {@code page.enabled}: real tokens, real rights, a real browser. On a control plane
 * of its own, because other tests' operator serves no page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageIT {
    private static final String OPERATOR =
            "system:serviceaccount:" + InstalledOperator.NAMESPACE + ":openrouter-operator";

    private ServedPage page;
    private Tenant shop;
    private Tenant bank;
    private Browser browser;

    @BeforeAll
    void install() {
        page = ServedPage.install();
        shop = page.shop();
        bank = page.bank();
        browser = Browser.open();
    }

    @AfterAll
    void stop() {
        browser.close();
        page.close();
    }

    @Test
    void theRightToListKeysDecidesWhoSeesWhat() throws Exception {
        String reviewer = page.token("reviewer");
        String owner = page.token("owner");

        assertThat(page.get("", "").statusCode()).isEqualTo(401);
        assertThat(page.get("not.a.token", "").statusCode()).isEqualTo(401);
        assertThat(page.get(reviewer.substring(0, reviewer.length() - 8) + "AAAAAAAA", "")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> stranger = page.get(page.token("stranger"), "");
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.body())
                .contains("system:serviceaccount:default:stranger may not list openrouterkeys.openrouter-operator.io");
        assertThat(page.get(owner, "").statusCode()).isEqualTo(403);
        assertThat(page.get(owner, "?namespace=" + bank.name()).statusCode()).isEqualTo(403);

        HttpResponse<String> one = page.get(owner, "?namespace=" + shop.name());
        assertThat(one.statusCode()).isEqualTo(200);
        assertThat(one.body()).contains(shop.name() + "/service").doesNotContain(bank.name());

        HttpResponse<String> all = page.get(reviewer, "");
        assertThat(all.statusCode()).isEqualTo(200);
        assertThat(all.body())
                .contains(shop.name() + "/service", bank.name() + "/service")
                .doesNotContain("Not everything could be read")
                .doesNotContain(DeliveredKey.in(shop.secret("service").orElseThrow()));
        assertThat(page.operator().operator().log()).doesNotContain(reviewer, owner);
    }

    @Test
    void manyLooksAreFewQuestions() throws Exception {
        String reviewer = page.token("reviewer");
        Mark mark = page.controlPlane().auditLog().mark();

        for (int look = 0; look < 5; look++) {
            assertThat(page.get(reviewer, "").statusCode()).isEqualTo(200);
        }

        var requests = page.controlPlane().auditLog().since(mark).by(OPERATOR);
        // Two where ten seconds ended in between, as on a machine with much to do.
        assertThat(requests.on("tokenreviews").count()).isBetween(1, 2);
        assertThat(requests.on("subjectaccessreviews").count()).isBetween(1, 2);
    }

    @Test
    void theOperatorRemembersEachDayOnce() {
        ReviewHistoryStore store = history();

        shop.await(
                "the figures of today are written", () -> !store.read().days().isEmpty());

        assertThat(page.controlPlane()
                        .client()
                        .configMaps()
                        .inNamespace(InstalledOperator.NAMESPACE)
                        .withName("openrouter-operator-review-history")
                        .require()
                        .getMetadata()
                        .getLabels())
                .containsEntry("app.kubernetes.io/component", "review-history");
    }

    @Test
    void aRenewedCertificateIsPresentedWithoutARestart() throws Exception {
        Certificate before = page.presented();
        page.renewCertificate();

        shop.await("another certificate is presented", () -> !page.presented().equals(before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isReadableForEverybody(String scheme) {
        remember();
        browser.prefer(scheme);
        browser.go(page.address("reviewer"));

        assertThat(browser.text()).contains("OpenRouter review of the whole cluster", "Age of keys, in days");
        assertThat(browser.axeViolations()).isEmpty();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void filtersWithTheMouse() {
        browser.go(page.address("reviewer"));

        browser.find("select[name=namespace] option[value='" + bank.name() + "']")
                .click();
        browser.find("form button").click();

        browser.awaitText("OpenRouter review of namespace " + bank.name());
        assertThat(browser.address()).contains("namespace=" + bank.name());
        assertThat(browser.text()).doesNotContain(shop.name() + "/service");
    }

    @Test
    void filtersWithTheKeyboard() {
        browser.go(page.address("reviewer"));
        WebElement classes = browser.find("select[name=class]");

        for (int tab = 0; tab < 10 && !browser.focused().equals(classes); tab++) {
            browser.press(Keys.TAB);
        }
        browser.press(Keys.ARROW_DOWN);
        browser.press(Keys.TAB);
        browser.press(Keys.ENTER);

        browser.awaitText("OpenRouter review of the whole cluster, class internal");
    }

    @Test
    void anOwnerIsAskedForTheNamespace() {
        browser.go(page.address("owner"));
        assertThat(browser.text()).contains("This is not for you to see");
        assertThat(browser.axeViolations()).isEmpty();

        browser.find("input[name=namespace]").sendKeys(shop.name(), Keys.ENTER);

        browser.awaitText("OpenRouter review of namespace " + shop.name());
        assertThat(browser.all("select[name=namespace] option")).hasSize(1);
    }

    @Test
    void isCompleteOnPaper() {
        remember();
        browser.go(page.address("reviewer"));

        PrintedPages pages = browser.print();

        assertThat(pages.isWhole()).isTrue();
        assertThat(pages.sheets()).isGreaterThanOrEqualTo(4);
    }

    /** As if the operator had been here for weeks. */
    private void remember() {
        ReviewHistory history = history().read();
        LocalDate today = history.days().isEmpty()
                ? LocalDate.parse("2026-11-24")
                : history.days().getLast().day();
        for (int day = 1; day <= 20; day++) {
            history = history.with(new DayFigures(
                    today.minusDays(day),
                    true,
                    List.of(new GroupFigures(
                            shop.name(), "internal", 1, 90 - day, 90 - day, BigDecimal.valueOf(day), day % 4))));
        }
        history().write(history);
    }

    private ReviewHistoryStore history() {
        return new ReviewHistoryStore(
                page.controlPlane().client(), InstalledOperator.NAMESPACE, "openrouter-operator-review-history");
    }
}
