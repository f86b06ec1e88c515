package io.openrouteroperator.cli.report;

/**
 * A rule that a command checks.
 *
 * @param summary one sentence
 * @param help where to read more, in one line
 * @param page path of its page below the project's address
 */
public record RuleDescription(String id, String summary, String help, String page) {}
