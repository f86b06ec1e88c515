package io.openrouteroperator.api.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Upper bound on the entries of a map; CEL needs it to know the cost of its rules. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface MaxProperties {
    /** Most entries allowed. */
    long value();
}
