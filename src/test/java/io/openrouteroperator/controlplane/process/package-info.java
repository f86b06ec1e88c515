/**
 * Processes that die with the JVM that started them, whatever ends it, and ports for them to listen on.
 * The control plane's parts are started this way, and so is the operator itself in crash tests and in the demo.
 * A process is killed or asked to stop as itself: its process id is never that of a shell around it.
 */
@NullMarked
package io.openrouteroperator.controlplane.process;

import org.jspecify.annotations.NullMarked;
