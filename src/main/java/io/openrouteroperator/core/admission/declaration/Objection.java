package io.openrouteroperator.core.admission.declaration;

import io.openrouteroperator.core.admission.Fix;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.Violation;
import java.util.Collection;
import java.util.List;

/**
 * What is wrong with a declaration.
 *
 * @param refuses whether it is refused; otherwise it is worth a warning
 */
public record Objection(Violation violation, boolean refuses) {
    static Objection of(boolean refuses, Rule rule, String path, String what, String why, String fix) {
        return new Objection(new Violation(rule, path, what, why, Fix.of(fix), null), refuses);
    }

    /** What was wrong before the write is no reason to refuse it. */
    static List<Objection> softened(List<Objection> now, Collection<Objection> before) {
        return now.stream()
                .map(each -> new Objection(
                        each.violation, each.refuses && before.stream().noneMatch(each::sameAs)))
                .toList();
    }

    private boolean sameAs(Objection other) {
        return violation.statement().equals(other.violation.statement());
    }

    /** A clause as a sentence of its own. */
    static String sentence(String clause) {
        boolean aboutTheField = clause.startsWith("is ") || clause.startsWith("must ");
        String text = aboutTheField ? "It " + clause : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
        return text.endsWith(".") ? text : text + ".";
    }
}
