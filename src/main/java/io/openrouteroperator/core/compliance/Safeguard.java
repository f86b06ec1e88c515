package io.openrouteroperator.core.compliance;

/**
 * What stands against one of the things that go wrong.
 *
 * @param prevented whether it cannot happen; otherwise it is noticed
 * @param mechanism what prevents or detects it
 * @param test the tests that prove the mechanism
 * @param time how long until it is noticed
 */
public record Safeguard(boolean prevented, String mechanism, String test, String time) {}
