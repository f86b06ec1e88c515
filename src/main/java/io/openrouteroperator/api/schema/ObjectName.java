package io.openrouteroperator.api.schema;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The string is the name of a Kubernetes object. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@JacksonAnnotationsInside
@Size(max = 253)
@ValidationRule(value = Rules.IS_OBJECT_NAME, message = Rules.IS_OBJECT_NAME_MESSAGE)
public @interface ObjectName {}
