package io.openrouteroperator.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Writes the story: headings, commands, what came back. Keys are masked whatever is written; colours only where asked for. */
public final class Terminal {
    private static final String INDENT = "   ";
    private static final int WIDTH = 110;

    private final PrintStream out;
    private final boolean coloured;
    private volatile boolean silent;

    public Terminal(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** A line that begins a part. */
    public void heading(String text) {
        line("");
        line(paint(Ink.BOLD, text));
    }

    /** A command as a person would type it. */
    public void command(String command) {
        block(paint(Ink.CYAN, "$ "), command);
    }

    /** What came back. */
    public void output(String text) {
        block("", text.stripTrailing());
    }

    /** What came back when something was refused, as it should. */
    public void refusal(String text) {
        text.stripTrailing().lines().forEach(part -> line(INDENT + paint(Ink.YELLOW, part)));
    }

    /** Something that happens outside of the terminal. */
    public void scene(String text) {
        line(INDENT + paint(Ink.DIM, "# " + text));
    }

    /** One sentence on why a step matters. */
    public void why(String sentence) {
        wrapped(sentence).forEach(part -> line(INDENT + paint(Ink.GREEN, part)));
    }

    /** A line of the summary. */
    public void fact(String name, String value) {
        line(INDENT + String.format(Locale.ROOT, "%-37s %s", name, value));
    }

    /** Something went wrong. */
    public void failure(String text) {
        line("");
        text.lines().forEach(part -> line(paint(Ink.RED, part)));
    }

    /** Any other line. */
    public void line(String text) {
        if (!silent) {
            out.println(Masking.mask(text));
        }
    }

    /** Says what is being done, does it, and says how long it took. */
    public <T> T timed(String what, Supplier<T> work) {
        out.print(INDENT + Masking.mask(what) + " ... ");
        out.flush();
        long start = System.nanoTime();
        T result = work.get();
        line(seconds(Duration.ofNanos(System.nanoTime() - start)));
        return result;
    }

    /** Writes nothing from now on, since the person has asked to stop. */
    public void fallSilent() {
        silent = true;
    }

    /** A duration as the demo shows it. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private void block(String prompt, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            line((INDENT + (i == 0 ? prompt : "") + lines.get(i)).stripTrailing());
        }
    }

    private static List<String> wrapped(String sentence) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (String word : sentence.split(" ", -1)) {
            if (column > 0 && column + word.length() >= WIDTH) {
                text.append('\n');
                column = 0;
            }
            text.append(column == 0 ? "" : " ").append(word);
            column += word.length() + 1;
        }
        return text.toString().lines().toList();
    }

    private String paint(Ink ink, String text) {
        return coloured ? ink.code + text + Ink.PLAIN : text;
    }

    private enum Ink {
        BOLD("\033[1m"),
        DIM("\033[2m"),
        RED("\033[31m"),
        GREEN("\033[32m"),
        YELLOW("\033[33m"),
        CYAN("\033[36m");

        static final String PLAIN = "\033[0m";

        final String code;

        Ink(String code) {
            this.code = code;
        }
    }
}
