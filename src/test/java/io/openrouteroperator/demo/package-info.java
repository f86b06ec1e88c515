/**
 * The demo: {@code make demo} tells on a terminal, in one command, how a policy becomes a key in a Secret and how a stray key is
 * refused. {@link io.openrouteroperator.demo.Demo} starts everything and plays the steps; each step shows real commands and their real
 * output, and fails the demo if what it says is not so.
 */
@NullMarked
package io.openrouteroperator.demo;

import org.jspecify.annotations.NullMarked;
