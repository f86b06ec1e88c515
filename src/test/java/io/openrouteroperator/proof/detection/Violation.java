package io.openrouteroperator.proof.detection;

import java.util.function.Function;

/**
 * One thing that goes wrong.
 *
 * @param name what is printed
 * @param classes the classifications of the policy that it is planted under
 * @param plant prepares what it takes, and plants it last
 */
record Violation(String name, String classes, Function<Corner, Planted> plant) {}
