/**
 * How fast the operator starts, and what makes it fast: an AOT cache of classes and profiles, trained by real reviews and
 * reconciles on a real API server. The training writes the cache into what ships ({@code src/build/train.sh}), the bench
 * measures starts with it ({@code make bench-start}), and a test proves that the JVM really uses it.
 */
@NullMarked
package io.openrouteroperator.startup;

import org.jspecify.annotations.NullMarked;
