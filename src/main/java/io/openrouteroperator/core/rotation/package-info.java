/**
 * The life of a key, step by step: {@link io.openrouteroperator.core.rotation.KeyProtocol} looks at what is and answers with the one
 * effect that comes next. Every crash point recovers by looking again; {@code DESIGN.md} beside this file has the table.
 */
@NullMarked
package io.openrouteroperator.core.rotation;

import org.jspecify.annotations.NullMarked;
