package io.openrouteroperator.page;

import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.openrouteroperator.core.compliance.snapshot.Snapshot;
import io.openrouteroperator.core.compliance.trend.ReviewHistory;
import io.openrouteroperator.core.compliance.trend.TrendPoint;
import io.openrouteroperator.evidence.format.HtmlFormat;
import io.openrouteroperator.evidence.format.HtmlMessage;
import io.openrouteroperator.evidence.format.LivePart;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Writes pages. */
final class ReviewPage {
    private final LiveReview review;
    private final Supplier<ReviewHistory> history;
    private final HtmlFormat format = new HtmlFormat();
    private final HtmlMessage messages = new HtmlMessage();

    ReviewPage(LiveReview review, Supplier<ReviewHistory> history) {
        this.review = review;
        this.history = history;
    }

    /**
     * The review.
     *
     * @param everything whether the reader may see all namespaces
     */
    PageAnswer report(ReviewScope scope, boolean everything) {
        LiveReview.Taken taken = review.now();
        List<TrendPoint> trend = history.get().with(taken.today()).trend(scope);
        LivePart live = LivePart.of(
                scope, namespaces(taken.snapshot(), scope, everything), everything, classes(taken, scope), trend);
        return answer(PageAnswer.OK, List.of(), out -> format.write(taken.report(scope, everything), live, out));
    }

    /** A page with a message. */
    PageAnswer message(int status, String title, String text) {
        return message(status, List.of(), title, text);
    }

    /** The same with further headers. */
    PageAnswer message(int status, List<Map.Entry<String, String>> headers, String title, String text) {
        return answer(status, headers, out -> messages.write(title, text, false, out));
    }

    /** The same with a form that asks for a namespace. */
    PageAnswer question(int status, String title, String text) {
        return answer(status, List.of(), out -> messages.write(title, text, true, out));
    }

    /** Whoever may see one namespace does not hear of others. */
    private static Set<String> namespaces(Snapshot snapshot, ReviewScope scope, boolean everything) {
        return everything
                ? snapshot.keys().stream()
                        .map(key -> key.name().namespace())
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of(String.valueOf(scope.namespace()));
    }

    private static Set<String> classes(LiveReview.Taken taken, ReviewScope scope) {
        return taken.snapshot().keys().stream()
                .filter(key -> scope.showsNamespace(key.name().namespace()))
                .map(key -> key.classification())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static PageAnswer answer(int status, List<Map.Entry<String, String>> headers, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            writing.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail to be written", impossible);
        }
        return new PageAnswer(status, headers, Buffer.buffer(bytes.toByteArray()));
    }

    @FunctionalInterface
    private interface Writing {
        void write(Writer out) throws IOException;
    }
}
