package io.openrouteroperator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.openrouteroperator.corpus.Corpus;
import io.openrouteroperator.evidence.SampleReview;
import io.openrouteroperator.evidence.format.HtmlFormat;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The HTML file of {@code openrouter-operator report}, as a browser shows it. */
class ReportInBrowserIT {
    @TempDir
    private static Path work;

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void badPagesAreNoticed() throws IOException {
        Path bad = Files.writeString(
                work.resolve("bad.html"), "<img src='data:,'><script>console.error('a complaint')</script>");
        browser.go(bad.toUri().toString());

        assertThat(browser.axeViolations()).anyMatch(violation -> violation.startsWith("image-alt"));
        assertThat(browser.console()).anyMatch(line -> line.contains("a complaint"));
    }

    @ParameterizedTest
    @CsvSource({"plain, light", "plain, dark", "hostile, light", "hostile, dark"})
    void isReadableForEverybody(String cluster, String scheme) throws IOException {
        browser.prefer(scheme);
        browser.go(file(cluster));

        assertThat(browser.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))
                .isEqualTo(String.valueOf(scheme.equals("dark")));
        assertThat(browser.text()).contains("OpenRouter review of the whole cluster", "Integrity");
        assertThat(browser.axeViolations()).isEmpty();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void hostileNamesStartNothing() throws IOException {
        browser.go(file("hostile"));

        assertThat(browser.text()).contains("<script>alert(1)</script>");
        assertThat(browser.all("script, img, iframe, object, b, i")).isEmpty();
        assertThat(browser.all("a"))
                .allSatisfy(link -> assertThat(link.getDomAttribute("href")).startsWith("#"));
    }

    @Test
    void isCompleteOnPaper() throws IOException {
        browser.go(file("plain"));

        PrintedPages pages = browser.print();

        assertThat(pages.isWhole()).isTrue();
        assertThat(pages.sheets()).isGreaterThanOrEqualTo(4);
        assertThat(pages.size()).isGreaterThan(20_000);
    }

    @Test
    void canBeReadWithTheKeyboardAlone() throws IOException {
        browser.go(file("plain"));
        WebElement closed = browser.find("details:not([open]) summary");
        WebElement details = browser.find("details:not([open])");

        for (int tab = 0; tab < 60 && !browser.focused().equals(closed); tab++) {
            browser.press(Keys.TAB);
        }
        assertThat(browser.focused()).isEqualTo(closed);
        browser.press(Keys.ENTER);

        assertThat(List.of(String.valueOf(details.getDomAttribute("open")))).containsExactly("true");
    }

    private static String file(String cluster) throws IOException {
        ComplianceReport report = SampleReview.report(
                cluster.equals("plain")
                        ? SampleReview.cluster()
                        : Corpus.filled(Files.readString(Path.of("src/test/resources/evidence/hostile.yaml"))));
        Path file = work.resolve(cluster + ".html");
        try (Writer out = Files.newBufferedWriter(file)) {
            new HtmlFormat().write(report, out);
        }
        return file.toUri().toString();
    }
}
