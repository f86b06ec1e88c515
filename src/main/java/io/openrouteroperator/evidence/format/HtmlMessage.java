package io.openrouteroperator.evidence.format;

import io.quarkus.qute.Template;
import java.io.IOException;
import java.io.Writer;

/** A page that says one thing, in the place of a report. */
public final class HtmlMessage {
    private final Template template = HtmlTemplates.load("message");

    /**
     * Writes it.
     *
     * @param text what to do, in sentences
     * @param asksForNamespace whether a form asks for a namespace
     */
    public void write(String title, String text, boolean asksForNamespace, Writer out) throws IOException {
        HtmlTemplates.write(template.data("title", title, "text", HtmlRows.text(text), "form", asksForNamespace), out);
    }
}
