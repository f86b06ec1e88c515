/**
 * Brings each service key where its policy wants it: gathers what {@link io.openrouteroperator.core.rotation.KeyProtocol} looks
 * at, carries out the one effect it names, and looks again.
 */
@NullMarked
package io.openrouteroperator.reconcile.key;

import org.jspecify.annotations.NullMarked;
