package io.openrouteroperator.core.admission;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where developers read more about a rule.
 *
 * @param baseUrl address that a rule's id and {@code .md} are appended to; empty where there is no such site
 */
public record RulePages(String baseUrl) {
    /** No site: the command line has the pages too. */
    public static final RulePages ON_COMMAND_LINE = new RulePages("");

    /** One line that leads to the pages of the rules broken. */
    public String pointer(List<Violation> violations) {
        List<String> ids = violations.stream()
                .map(violation -> violation.rule().id())
                .distinct()
                .toList();
        if (baseUrl.isEmpty()) {
            return "More: openrouter-operator explain " + String.join(" ", ids);
        }
        String base = baseUrl.endsWith("/") ? baseUrl : baseUrl + "/";
        return ids.stream().map(id -> base + id + ".md").collect(Collectors.joining(" ", "More: ", ""));
    }
}
