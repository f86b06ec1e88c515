/**
 * The cluster as commands see it: its objects, live through the current kubectl context or exported into files, and what they declare.
 * Nothing is written by this package, and no Secret is read.
 */
@NullMarked
package io.openrouteroperator.cli.cluster;

import org.jspecify.annotations.NullMarked;
