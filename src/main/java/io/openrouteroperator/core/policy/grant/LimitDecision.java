package io.openrouteroperator.core.policy.grant;

import io.openrouteroperator.core.openrouter.SpendLimit;
import io.openrouteroperator.core.policy.FieldProblem;

/** What became of a key's spending limit. */
public sealed interface LimitDecision {
    /** The key gets this limit. */
    record Granted(SpendLimit limit) implements LimitDecision {}

    /** It asks for more than its classification allows. */
    record AboveMaximum(FieldProblem problem) implements LimitDecision {}

    /** Neither the key nor its classification says a limit, and a key without one is never made. */
    record Missing(FieldProblem problem) implements LimitDecision {}

    /** What it asks for is no limit. */
    record Invalid(FieldProblem problem) implements LimitDecision {}
}
