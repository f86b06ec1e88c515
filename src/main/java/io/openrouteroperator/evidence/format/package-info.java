/**
 * A review as HTML, JSON, CSV, Markdown and OSCAL. Names and messages were written by others: each format makes them harmless in its
 * own way, and nothing here makes markup of them.
 */
@NullMarked
package io.openrouteroperator.evidence.format;

import org.jspecify.annotations.NullMarked;
