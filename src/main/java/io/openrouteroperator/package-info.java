/**
 * The map of the operator. {@code core} holds every rule as pure Java; {@code api} the custom resources; {@code reconcile},
 * {@code admission}, {@code openrouter}, {@code audit} and {@code cli} are the edges that do I/O; {@code wiring} puts them together.
 *
 * <p>Edges import {@code core}, never each other; {@code core} imports nothing but the JDK. {@code ArchitectureTest} holds these
 * rules, with the reason beside each.
 */
@NullMarked
package io.openrouteroperator;

import org.jspecify.annotations.NullMarked;
