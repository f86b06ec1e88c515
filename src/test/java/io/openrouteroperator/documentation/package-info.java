/**
 * The documentation held to the code. {@code ReferencePage} makes {@code docs/reference.md} from the CRDs ({@code make docs}); the tests
 * see that every reason, label and link is there, and that each command of the README is run by a test.
 */
@NullMarked
package io.openrouteroperator.documentation;

import org.jspecify.annotations.NullMarked;
