package io.openrouteroperator.browser;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A page on paper, as a PDF. */
public final class PrintedPages {
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private final String pdf;

    PrintedPages(byte[] pdf) {
        this.pdf = new String(pdf, StandardCharsets.ISO_8859_1);
    }

    /** Whether it is a whole PDF. */
    public boolean isWhole() {
        return pdf.startsWith("%PDF-") && pdf.stripTrailing().endsWith("%%EOF");
    }

    /** How many sheets there are. */
    public long sheets() {
        return PAGE.matcher(pdf).results().count();
    }

    /** In bytes. */
    public int size() {
        return pdf.length();
    }
}
