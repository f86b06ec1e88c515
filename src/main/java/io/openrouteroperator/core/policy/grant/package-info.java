/**
 * What one key is granted: the policy that governs its namespace, the classification it asks for, its spending limit and its
 * rotation terms. A key may only ask for something stricter than its policy. Whatever cannot be granted is a value that says why
 * and what to write instead.
 */
@NullMarked
package io.openrouteroperator.core.policy.grant;

import org.jspecify.annotations.NullMarked;
