package io.openrouteroperator.core.admission.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Expands {@code $(VAR)} as the kubelet does: in values, command and arguments, from variables defined earlier, {@code $$} being one
 * dollar sign, an unknown name staying as written. A variable whose value is not in the object counts as empty, so that a key split
 * around it is still seen; in a container with {@code envFrom} that may be any name.
 *
 * <p>Linux refuses to start a process with a single argument or variable over 128 KiB: what lies beyond can never reach a program,
 * so a value ends there. All containers of a pod share one budget, since {@code $(A)$(A)} chains grow without end; a pod that needs
 * more is reported as not examined completely. Linux refuses it too: arguments and variables of one process have 2 MiB together.
 */
public final class VariableExpansion {
    private static final int LONGEST_STRING = 128 * 1024;
    private static final int BUDGET = 6 * 1024 * 1024;

    private final Map<String, String> defined = new HashMap<>();
    private boolean takesMore;
    private int spent;
    private int nextClose = -1;

    private VariableExpansion() {}

    /**
     * Values after expansion.
     *
     * @param texts the values that differ from what is written; the others are searched as plain texts anyway
     * @param complete false when the budget ran out before everything was expanded
     */
    public record Expanded(List<TextField> texts, boolean complete) {}

    /** Expands the variables and other texts of all containers of a pod. */
    public static Expanded of(List<ContainerFacts> containers) {
        VariableExpansion expansion = new VariableExpansion();
        List<TextField> changed = new ArrayList<>();
        containers.forEach(container -> expansion.expandContainer(container, changed));
        return new Expanded(List.copyOf(changed), expansion.spent < BUDGET);
    }

    /** Whether a text may become another one; nearly all stay as they are. */
    public static boolean mayChange(String text) {
        return text.indexOf('$') >= 0;
    }

    private void expandContainer(ContainerFacts container, List<TextField> changed) {
        defined.clear();
        takesMore = container.takesMore();
        for (EnvironmentVariable variable : container.environment()) {
            String value = variable.value();
            String expanded = value == null ? variable.taken() : expand(value);
            defined.put(variable.name(), expanded);
            if (value != null && !expanded.equals(value)) {
                changed.add(new TextField(variable.path() + ".value", expanded));
            }
        }
        for (TextField field : container.expanded()) {
            String expanded = expand(field.text());
            if (!expanded.equals(field.text())) {
                changed.add(new TextField(field.path(), expanded));
            }
        }
    }

    private String expand(String text) {
        if (!mayChange(text)) {
            return text;
        }
        nextClose = -1;
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length() && out.length() < LONGEST_STRING && spent < BUDGET) {
            at = text.charAt(at) == '$' ? dollar(text, at, out) : literal(text, at, out);
        }
        out.setLength(Math.min(out.length(), LONGEST_STRING));
        spent += out.length();
        return out.toString();
    }

    private static int literal(String text, int at, StringBuilder out) {
        int next = text.indexOf('$', at);
        int end = next < 0 ? text.length() : next;
        out.append(text, at, end);
        return end;
    }

    private int dollar(String text, int at, StringBuilder out) {
        if (text.startsWith("$$", at)) {
            out.append('$');
            return at + 2;
        }
        String value = valueNamedAt(text, at);
        if (value == null) {
            out.append('$');
            return at + 1;
        }
        out.append(value);
        return nextClose + 1;
    }

    /** Many openings may share one closing bracket; it is searched once, and every name read counts against the budget. */
    private @Nullable String valueNamedAt(String text, int at) {
        if (!text.startsWith("$(", at)) {
            return null;
        }
        if (nextClose < at) {
            int close = text.indexOf(')', at);
            nextClose = close < 0 ? Integer.MAX_VALUE : close;
        }
        if (nextClose == Integer.MAX_VALUE) {
            return null;
        }
        spent += nextClose - at;
        String name = text.substring(at + 2, nextClose);
        return takesMore ? defined.getOrDefault(name, "") : defined.get(name);
    }
}
