package io.openrouteroperator.api.schema;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The string is a DNS label of at most 63 characters. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@JacksonAnnotationsInside
@Size(max = 63)
@ValidationRule(value = Rules.IS_DNS_LABEL, message = Rules.IS_DNS_LABEL_MESSAGE)
public @interface DnsLabel {}
