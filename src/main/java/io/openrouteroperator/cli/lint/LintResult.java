package io.openrouteroperator.cli.lint;

import java.util.List;

/**
 * What a run found.
 *
 * @param findings in the order of files and lines
 * @param objects how many objects were judged
 * @param others documents that are no Kubernetes objects
 * @param unreadable one line each, with file, line and problem
 */
public record LintResult(List<Finding> findings, int objects, int others, List<String> unreadable) {
    public LintResult {
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
