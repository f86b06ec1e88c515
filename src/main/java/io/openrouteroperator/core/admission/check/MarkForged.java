package io.openrouteroperator.core.admission.check;

import io.openrouteroperator.core.admission.Fix;
import io.openrouteroperator.core.admission.Rule;
import io.openrouteroperator.core.admission.Violation;
import java.util.List;
import java.util.Set;

/**
 * A Secret that carries the operator's marks without being its own. The marks make nothing managed, since the operator's record
 * decides; but the operator reads them back after a crash, and people believe them.
 */
final class MarkForged {
    private MarkForged() {}

    static List<Violation> check(Set<String> marks) {
        return marks.stream().sorted().map(MarkForged::violation).toList();
    }

    private static Violation violation(String path) {
        return new Violation(
                Rule.MARK_FORGED,
                path,
                "Only the operator sets this, and the Secret is no OpenRouterKey's.",
                "By such marks the operator knows its Secrets after a crash, and people take a Secret for a managed one.",
                Fix.of(
                        "leave the operator's labels and annotations off; the Secret of an OpenRouterKey gets them by itself"),
                null);
    }
}
