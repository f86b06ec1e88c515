package io.openrouteroperator.evidence.format;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The templates of pages: whatever they print is escaped, and a name that they misspell is an error. */
final class HtmlTemplates {
    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);

    private HtmlTemplates() {}

    /** A template by its name, with the parts that it includes. */
    static Template load(String name) {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(HtmlTemplates::locate)
                .removeStandaloneLines(true)
                .strictRendering(true)
                .build();
        return Objects.requireNonNull(engine.getTemplate(name), name + " does not ship");
    }

    /** Prints a template bit by bit; the first failure of {@code out} ends it. */
    static void write(TemplateInstance template, Writer out) throws IOException {
        try {
            template.consume(part -> append(part, out)).toCompletableFuture().join();
        } catch (WriteFailedException e) {
            throw e.cause();
        }
    }

    private static Optional<TemplateLocation> locate(String name) {
        return Optional.ofNullable(HtmlTemplates.class.getResource("/evidence/" + name + ".html"))
                .map(_ -> new Shipped(name));
    }

    private record Shipped(String name) implements TemplateLocation {
        @Override
        public Reader read() {
            return new InputStreamReader(
                    Objects.requireNonNull(HtmlTemplates.class.getResourceAsStream("/evidence/" + name + ".html")),
                    StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(HTML);
        }
    }

    private static void append(String part, Writer out) {
        try {
            out.write(part);
        } catch (IOException e) {
            throw new WriteFailedException(e);
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
}
