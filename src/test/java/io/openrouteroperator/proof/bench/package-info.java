/** What many keys cost: time, calls to OpenRouter, requests to the API server, memory and processor time of the packaged operator. */
@NullMarked
package io.openrouteroperator.proof.bench;

import org.jspecify.annotations.NullMarked;
