/**
 * Puts the parts together: configuration, clients, reconcilers, webhook. The only package that knows Quarkus' injection and every
 * other package; nobody imports it.
 */
@NullMarked
package io.openrouteroperator.wiring;

import org.jspecify.annotations.NullMarked;
