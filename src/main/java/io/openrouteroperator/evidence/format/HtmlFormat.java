package io.openrouteroperator.evidence.format;

import io.openrouteroperator.core.compliance.report.ComplianceReport;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page that people read: one file without scripts and without anything from elsewhere. */
public final class HtmlFormat implements EvidenceFormat {
    private static final String TEMPLATE = "/evidence/report.html";

    private final Template template = template();

    @Override
    public void write(ComplianceReport report, Writer out) throws IOException {
        try {
            template.data("page", HtmlPage.of(report))
                    .consume(part -> append(part, out))
                    .toCompletableFuture()
                    .join();
        } catch (WriteFailedException e) {
            throw e.cause();
        }
    }

    /** Carries a failed write out of the template. */
    private static final class WriteFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final IOException problem;

        WriteFailedException(IOException problem) {
            super(problem);
            this.problem = problem;
        }

        IOException cause() {
            return problem;
        }
    }

    private static void append(String part, Writer out) {
        try {
            out.write(part);
        } catch (IOException e) {
            throw new WriteFailedException(e);
        }
    }

    private static Template template() {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .removeStandaloneLines(true)
                .strictRendering(true)
                .build();
        return engine.parse(text(), Variant.forContentType(Variant.TEXT_HTML));
    }

    private static String text() {
        try (InputStream in = HtmlFormat.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException(TEMPLATE + " does not ship");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(TEMPLATE + " cannot be read", e);
        }
    }
}
