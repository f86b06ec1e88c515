/**
 * The command line {@code openrouter-operator}: the operator's rules without a cluster. It starts no server and asks no network unless a
 * command says so.
 */
@NullMarked
package io.openrouteroperator.cli;

import org.jspecify.annotations.NullMarked;
