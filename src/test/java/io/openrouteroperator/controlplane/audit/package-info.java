/**
 * Reads what kube-apiserver recorded about each request: who asked, for what, and with which answer.
 * Tests take a mark, do something, and count what was asked since; this is how "no write when nothing changed" is proven.
 * An entry is never missed for being late: the reader waits until a request of its own is in the log.
 */
@NullMarked
package io.openrouteroperator.controlplane.audit;

import org.jspecify.annotations.NullMarked;
