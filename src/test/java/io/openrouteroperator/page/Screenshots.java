package io.openrouteroperator.page;

import io.openrouteroperator.browser.Browser;
import io.openrouteroperator.core.compliance.trend.DayFigures;
import io.openrouteroperator.core.compliance.trend.GroupFigures;
import io.openrouteroperator.core.compliance.trend.ReviewHistory;
import io.openrouteroperator.evidence.SampleReview;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** {@code make screenshots}: pictures for the documentation, of the page of the sample cluster with a few things that are not as asked. */
public final class Screenshots {
    private static final Path IMAGES = Path.of("docs/images");
    private static final long DAYS = 120;

    private Screenshots() {}

    /** Writes the pictures. */
    public static void main(String[] arguments) throws IOException {
        Path cluster = Files.createTempFile("cluster", ".yaml");
        Vertx vertx = Vertx.vertx();
        try {
            Files.writeString(
                    cluster,
                    SampleReview.cluster()
                            .replace("unmanaged: 0", "unmanaged: 3")
                            .replace("usd: 20", "usd: 2000"));
            PageServer server = new PageServer(
                    vertx,
                    SampleDesk.of(cluster, history()),
                    new HttpServerOptions().setHost("127.0.0.1").setPort(0));
            int port = server.start().toCompletionStage().toCompletableFuture().join();
            take("http://reviewer:everything@127.0.0.1:" + port + "/");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            Files.delete(cluster);
        }
    }

    private static void take(String address) {
        try (Browser browser = Browser.open()) {
            for (String scheme : List.of("light", "dark")) {
                browser.prefer(scheme);
                browser.go(address);
                browser.screenshot(IMAGES.resolve("page-" + scheme + ".png"));
            }
            browser.prefer("light");
            browser.go(address + "#trends");
            browser.screenshot(IMAGES.resolve("page-trends.png"));
        }
    }

    /** Keys that were rotated every ninety days, and money that is spent a little each day. */
    private static ReviewHistory history() {
        LocalDate today = LocalDate.ofInstant(SampleReview.NOW, ZoneOffset.UTC);
        ReviewHistory history = ReviewHistory.none();
        for (long before = DAYS; before > 0; before--) {
            LocalDate day = today.minusDays(before);
            long old = (DAYS + 23 - before) % 90;
            long young = (DAYS + 17 - before) % 30;
            history = history.with(new DayFigures(
                    day,
                    true,
                    List.of(
                            new GroupFigures("bank", "internal", 1, old, old, spent(day, 15), before % 50 > 40 ? 2 : 0),
                            new GroupFigures(
                                    "shop", "confidential", 1, young, young, spent(day, 37), (int) before / 40),
                            new GroupFigures("", "", 0, 0, 0, BigDecimal.ZERO, before < 9 ? 2 : 0))));
        }
        return history;
    }

    private static BigDecimal spent(LocalDate day, int cents) {
        return BigDecimal.valueOf((long) day.getDayOfMonth() * cents, 2);
    }
}
