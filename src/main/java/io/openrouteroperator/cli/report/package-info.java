/**
 * What the checking commands print and how they end. A command says what it found as a {@code Report}; text, JSON, SARIF and JUnit are
 * written from that alone, so that a format is the same whichever command wrote it.
 */
@NullMarked
package io.openrouteroperator.cli.report;

import org.jspecify.annotations.NullMarked;
