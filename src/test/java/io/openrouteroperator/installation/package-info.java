/**
 * The operator as it ships, for tests and the demo: the chart installed by Helm on the real API server, and the packaged operator
 * running as a process with exactly the rights, the environment and the Service of that installation.
 */
@NullMarked
package io.openrouteroperator.installation;

import org.jspecify.annotations.NullMarked;
