/**
 * Every rule of the operator as pure Java: records, sealed interfaces and total functions. Time is an argument, I/O is somewhere
 * else. The same functions answer the webhook, the reconcilers, the reports and the command line.
 */
@NullMarked
package io.openrouteroperator.core;

import org.jspecify.annotations.NullMarked;
