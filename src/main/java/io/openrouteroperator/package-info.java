/**
 * The map of the operator. {@code core} holds every rule as pure Java; {@code api} the custom resources; {@code wiring} puts the edges
 * together, which do I/O: {@code reconcile} keeps accounts, policies and keys; {@code admission} answers reviews; {@code scan} looks at
 * what exists, {@code usage} at what was served; {@code leak} answers leaks; {@code audit} writes the log of decisions; {@code
 * openrouter} is the client; {@code cli} the command line, {@code page} the read-only page, and {@code evidence} what their report is
 * made of and looks like. They share {@code governance} (what the cluster declares, in memory), {@code policyreport}, {@code manifest}
 * (objects as JSON), {@code listing}, {@code storage} (documents of the operator's own), {@code event} and {@code background}.
 *
 * <p>{@code core} imports nothing but the JDK and two pure libraries. {@code ArchitectureTest} holds these rules, with the reason beside
 * each.
 */
@NullMarked
package io.openrouteroperator;

import org.jspecify.annotations.NullMarked;
