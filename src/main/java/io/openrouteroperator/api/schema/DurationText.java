package io.openrouteroperator.api.schema;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The string is a length of time such as 90d or 1h30m; more than zero. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@JacksonAnnotationsInside
@Size(max = Rules.DURATION_LENGTH)
@ValidationRule(value = Rules.IS_DURATION, message = Rules.IS_DURATION_MESSAGE)
public @interface DurationText {}
