package io.openrouteroperator.page;

import io.openrouteroperator.background.Lately;
import io.openrouteroperator.core.audit.AuditLog;
import io.openrouteroperator.core.audit.Digest;
import io.openrouteroperator.core.audit.ReportMade;
import io.openrouteroperator.core.compliance.snapshot.ReviewScope;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;

/** Records in the audit log who was shown what; who looks at the same again is recorded once in ten minutes. */
final class ReadingTrail {
    private static final String WAY = "PageRead";

    private final AuditLog log;
    private final Lately<Reading> lately;

    private record Reading(String user, ReviewScope scope) {}

    /** A trail into {@code log}. */
    ReadingTrail(AuditLog log, Clock clock) {
        this.log = log;
        this.lately = new Lately<>(clock);
    }

    /** The page was made for a user. */
    void read(String user, ReviewScope scope, Buffer page) {
        if (lately.isNew(new Reading(user, scope))) {
            log.record(ReportMade.of(
                    user,
                    WAY,
                    Objects.requireNonNullElse(scope.namespace(), ""),
                    Objects.requireNonNullElse(scope.classification(), ""),
                    Digest.of(page.toString(StandardCharsets.UTF_8))));
        }
    }
}
