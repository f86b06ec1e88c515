/**
 * What an organisation allows, in the terms its policy uses: classifications with rules for providers, models, data, spending and
 * rotation. Nothing here knows how policies are stored; the reconcilers translate the custom resources into these records. {@code
 * compile} turns the rules into what OpenRouter can enforce, {@code grant} decides what one key gets.
 */
@NullMarked
package io.openrouteroperator.core.policy;

import org.jspecify.annotations.NullMarked;
