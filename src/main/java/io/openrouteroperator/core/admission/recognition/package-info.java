/**
 * Finds OpenRouter keys in text by their value, never by the name of the entry that holds them. Plain text, percent-encoding and one
 * level of base64 at any alignment are read in one pass each, so hostile input costs no more than its length. What is found leaves
 * this package as a {@link io.openrouteroperator.core.admission.recognition.KeyMark}: hash and masked form, not the key.
 */
@NullMarked
package io.openrouteroperator.core.admission.recognition;

import org.jspecify.annotations.NullMarked;
