/**
 * The steps of the story, one class each, in the order of {@link io.openrouteroperator.demo.step.Story}. A step shows what a person
 * would type, what came back, and why it matters. It claims nothing that it has not checked.
 */
@NullMarked
package io.openrouteroperator.demo.step;

import org.jspecify.annotations.NullMarked;
