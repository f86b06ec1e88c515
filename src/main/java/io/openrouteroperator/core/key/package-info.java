/**
 * What a service key is: its identity in the cluster, its name and hash at OpenRouter, and its value. Only {@link
 * io.openrouteroperator.core.key.SecretValue} ever holds key material.
 */
@NullMarked
package io.openrouteroperator.core.key;

import org.jspecify.annotations.NullMarked;
