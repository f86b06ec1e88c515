package io.openrouteroperator.core.admission;

import io.openrouteroperator.core.admission.AdmissionDecision.Deny;
import io.openrouteroperator.core.admission.facts.ObjectIdentity;
import java.util.ArrayList;
import java.util.List;

/** The words that developers read: the message of a refusal, and the lines of a warning. */
public final class AdmissionMessage {
    private static final int MOST_VIOLATIONS = 8;
    private static final int MOST_WARNED = 6;
    private static final int LONGEST_WARNING = 120;

    private AdmissionMessage() {}

    /** The message of a refusal; it follows kubectl's own words "denied the request: ". */
    public static String refusal(Deny deny, ObjectIdentity object, RulePages pages) {
        List<Violation> shown =
                deny.violations().stream().limit(MOST_VIOLATIONS).toList();
        StringBuilder text = new StringBuilder(headline(deny)).append(object).append('\n');
        for (int i = 0; i < shown.size(); i++) {
            Violation violation = shown.get(i);
            text.append("\n%d. %s at %s\n   %s\n   %s\n"
                    .formatted(i + 1, violation.rule().id(), violation.path(), violation.what(), violation.why()));
        }
        int rest = deny.violations().size() - shown.size();
        if (rest > 0) {
            text.append("\nand %d more like these\n".formatted(rest));
        }
        return text.append(FixText.of(shown)).toString().stripTrailing() + "\n\n" + pages.pointer(shown);
    }

    /** What ends one violation, beginning with "To fix it, ". */
    public static String fix(Violation violation) {
        return FixText.of(List.of(violation)).stripLeading();
    }

    private static String headline(Deny deny) {
        String author = deny.policy().isEmpty() ? "the operator" : "OpenRouterPolicy " + deny.policy();
        int places = deny.violations().size();
        return places == 1
                ? "it breaks a rule of %s: ".formatted(author)
                : "it breaks rules of %s in %d places: ".formatted(author, places);
    }

    /** Warnings for kubectl, each at most 120 characters, in the order of severity. */
    public static List<String> warnings(List<Violation> violations) {
        List<String> lines = new ArrayList<>();
        violations.stream().limit(MOST_WARNED).forEach(violation -> {
            lines.add(cut(violation.rule().id() + " at " + violation.path()));
            lines.addAll(wrapped(violation.what()));
        });
        int rest = violations.size() - MOST_WARNED;
        if (rest > 0) {
            lines.add("and " + rest + " more like these");
        }
        return lines;
    }

    private static List<String> wrapped(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("  ");
        for (String word : sentence.split(" ", -1)) {
            if (line.length() + word.length() + 1 > LONGEST_WARNING
                    && !line.toString().isBlank()) {
                lines.add(cut(line.toString().stripTrailing()));
                line = new StringBuilder("  ");
            }
            line.append(word).append(' ');
        }
        lines.add(cut(line.toString().stripTrailing()));
        return lines;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_WARNING ? text : text.substring(0, LONGEST_WARNING - 3) + "...";
    }
}
