package io.openrouteroperator.page;

import io.openrouteroperator.cli.cluster.ExportedObjects;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.core.compliance.trend.ReviewHistory;
import io.openrouteroperator.evidence.SampleReview;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** The page of a cluster in a file, for the bearers of a few tokens. */
final class SampleDesk {
    static final Readers READERS = (token, namespace) -> switch (token.reveal()) {
        case "everything" -> new Access.Everything("jane");
        case "shop" ->
            namespace.equals("shop")
                    ? new Access.OneNamespace("owner", "shop")
                    : new Access.Refused("owner of <b>shop</b>");
        case "unanswered" -> throw new UnansweredException("The API server is away.");
        default -> new Access.Unknown();
    };

    private SampleDesk() {}

    static LiveReview review(Path cluster, Clock clock) {
        return new LiveReview(
                new ExportedObjects(cluster.toString(), InputStream.nullInputStream()),
                new ObjectName("openrouter-system", "openrouter-operator"),
                clock);
    }

    static PageDesk of(Path cluster, ReviewHistory history) {
        return of(cluster, history, _ -> {});
    }

    static PageDesk of(Path cluster, ReviewHistory history, AuditLog audit) {
        Clock clock = Clock.fixed(SampleReview.NOW, ZoneOffset.UTC);
        return new PageDesk(
                READERS, new ReviewPage(review(cluster, clock), () -> history), new ReadingTrail(audit, clock));
    }

    /** The answer to somebody with this token. */
    static PageAnswer ask(PageDesk desk, String token, String namespace, String classification) {
        return desk.answer(new PageRequest("GET", "/", namespace, classification, "Bearer " + token));
    }

    static String text(PageAnswer answer) {
        return answer.body().toString(StandardCharsets.UTF_8);
    }

    static List<String> header(PageAnswer answer, String name) {
        return answer.headers().stream()
                .filter(each -> each.getKey().equals(name))
                .map(each -> each.getValue())
                .toList();
    }
}
