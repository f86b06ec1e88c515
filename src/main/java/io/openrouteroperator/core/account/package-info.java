/**
 * What an account rations: the key changes of a day.
 */
@NullMarked
package io.openrouteroperator.core.account;

import org.jspecify.annotations.NullMarked;
