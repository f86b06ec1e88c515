package io.openrouteroperator.crds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expands the macros that {@link io.openrouteroperator.api.schema.Rules} documents. CEL has neither functions of one's
 * own nor days in durations, and the API server refuses rules whose cost it cannot bound, which is why a path with a
 * default is written out with {@code has()} instead of optionals.
 */
final class CelMacros {
    private static final Pattern CALL = Pattern.compile("\\$(seconds|given|opensWithin)\\(");

    private static final String LENGTH = "'^([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$'";
    private static final String YEARLY = "'^[^ ]+ [^ ]+ [^ ]+ [0-9A-Z]+ [^ ]+$'";
    private static final String MONTHLY = "'^[^ ]+ [^ ]+ [0-9]+ \\\\* \\\\*$'";
    private static final String WEEKLY = "'^[^ ]+ [^ ]+ \\\\* \\\\* [0-9A-Z]+$'";
    private static final String DAILY = "'^[^ ]+ [0-9]+ \\\\* \\\\* \\\\*$'";

    private CelMacros() {}

    /** The rule in plain CEL. */
    static String expand(String rule) {
        Matcher call = CALL.matcher(rule);
        if (!call.find()) {
            return rule;
        }
        int end = closing(rule, call.end());
        List<String> arguments = arguments(rule.substring(call.end(), end)).stream()
                .map(CelMacros::expand)
                .toList();
        String expanded = switch (call.group(1)) {
            case "seconds" -> seconds(arguments.get(0));
            case "given" -> given(arguments.get(0), arguments.get(1));
            default -> opensWithin(arguments.get(0), arguments.get(1));
        };
        return rule.substring(0, call.start()) + expanded + expand(rule.substring(end + 1));
    }

    /** A malformed text counts as nothing: its own field already says what is wrong with it. */
    private static String seconds(String text) {
        return "(%1$s.matches(%2$s) ? (%1$s.contains('d') ? int(%1$s.split('d')[0]) * 86400 + duration(%1$s.split('d')[1] + '0s').getSeconds() : duration(%1$s).getSeconds()) : 0)"
                .formatted(text, LENGTH);
    }

    private static String given(String path, String fallback) {
        List<String> present = new ArrayList<>();
        for (int dot = path.indexOf('.', path.indexOf('.') + 1); dot > 0; dot = path.indexOf('.', dot + 1)) {
            present.add("has(" + path.substring(0, dot) + ")");
        }
        present.add("has(" + path + ")");
        return "(" + String.join(" && ", present) + " ? " + path + " : " + fallback + ")";
    }

    /** The gap between openings, as far as the text of a window shows it; an unclear one is taken as short enough. */
    private static String opensWithin(String windows, String seconds) {
        UnaryOperator<String> some = regex -> windows + ".exists(w, w.cron.matches(" + regex + "))";
        return "(%s.exists(w, !w.cron.matches(%s) && !w.cron.matches(%s) && !w.cron.matches(%s) && !w.cron.matches(%s))"
                        .formatted(windows, YEARLY, MONTHLY, WEEKLY, DAILY)
                + " || (%s) >= (%s ? 86400 : %s ? 604800 : %s ? 2678400 : 31622400))"
                        .formatted(seconds, some.apply(DAILY), some.apply(WEEKLY), some.apply(MONTHLY));
    }

    private static int closing(String text, int from) {
        int depth = 1;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '\'';
            if (!quoted) {
                depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            }
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("no closing bracket in the rule " + text);
    }

    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == ',' && depth == 0) {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        arguments.add(text.substring(start).strip());
        return arguments;
    }
}
