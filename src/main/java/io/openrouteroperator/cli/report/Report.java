package io.openrouteroperator.cli.report;

import java.util.List;

/**
 * What a run of a command found.
 *
 * @param command its name
 * @param checked what was looked at
 * @param findings in the order of files and lines
 * @param remark what else the summary says; may be empty
 * @param unreadable one line each, with file and problem
 */
public record Report(
        String command,
        List<RuleDescription> rules,
        Count checked,
        List<Finding> findings,
        String remark,
        List<String> unreadable) {
    public Report {
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
        unreadable = List.copyOf(unreadable);
    }

    /** How many findings there are of a level. */
    public long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    /**
     * 0 clean, 1 findings, 2 could not read everything: the convention of checkers.
     *
     * @param strict whether warnings count
     */
    public int exitCode(boolean strict) {
        if (!unreadable.isEmpty()) {
            return 2;
        }
        return count(Level.ERROR) > 0 || (strict && count(Level.WARNING) > 0) ? 1 : 0;
    }
}
