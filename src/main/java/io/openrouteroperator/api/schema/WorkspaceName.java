package io.openrouteroperator.api.schema;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The string is the slug or id of a workspace at OpenRouter. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@JacksonAnnotationsInside
@Size(max = 100)
@ValidationRule(value = Rules.IS_WORKSPACE, message = Rules.IS_WORKSPACE_MESSAGE)
public @interface WorkspaceName {}
