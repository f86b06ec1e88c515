/**
 * OpenRouter over HTTP: implements the ports of {@code core.openrouter}. {@code http} makes one call safely, {@code throttle} decides
 * when, {@code wire} knows the JSON; here are the calls themselves and the paging of lists. Written from OpenRouter's API description;
 * nothing else in the operator knows that OpenRouter speaks HTTP.
 */
@NullMarked
package io.openrouteroperator.openrouter;

import org.jspecify.annotations.NullMarked;
