/**
 * Objects with the answer that every door must give: webhook, scan, command line and the rules themselves. The cases are in {@code
 * src/test/resources/corpus}, one file for each topic.
 */
@NullMarked
package io.openrouteroperator.corpus;

import org.jspecify.annotations.NullMarked;
