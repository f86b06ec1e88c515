package io.openrouteroperator.core.admission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The last part of a refusal: what to do, each thing said once, with the numbers of the violations that it ends. */
final class FixText {
    private FixText() {}

    static String of(List<Violation> violations) {
        Set<String> preparations = new LinkedHashSet<>();
        Map<String, List<Integer>> changes = new LinkedHashMap<>();
        for (int i = 0; i < violations.size(); i++) {
            Fix fix = violations.get(i).fix();
            if (!fix.first().isEmpty()) {
                preparations.add(fix.first());
            }
            changes.computeIfAbsent(fix.change(), _ -> new ArrayList<>()).add(i + 1);
        }
        StringBuilder text = new StringBuilder();
        preparations.forEach(each -> text.append(text.isEmpty() ? "\nTo fix it, " : "\nAnd ")
                .append(each)
                .append('\n'));
        String opening = preparations.isEmpty() ? "\nTo fix %s, " : "\nThen%s ";
        changes.forEach((change, numbers) -> text.append(opening.formatted(who(numbers, violations, preparations)))
                .append(change)
                .append('\n'));
        return text.toString();
    }

    /** One violation needs no number. */
    private static String who(List<Integer> numbers, List<Violation> violations, Set<String> preparations) {
        if (violations.size() == 1) {
            return preparations.isEmpty() ? "it" : "";
        }
        return preparations.isEmpty() ? list(numbers) : ", for " + list(numbers) + ",";
    }

    private static String list(List<Integer> numbers) {
        String last = String.valueOf(numbers.getLast());
        List<String> others = numbers.subList(0, numbers.size() - 1).stream()
                .map(String::valueOf)
                .toList();
        return others.isEmpty() ? last : String.join(", ", others) + " and " + last;
    }
}
