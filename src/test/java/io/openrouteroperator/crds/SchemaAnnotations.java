package io.openrouteroperator.crds;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.openrouteroperator.api.schema.Format;
import io.openrouteroperator.api.schema.ListMapKey;
import io.openrouteroperator.api.schema.ListSet;
import io.openrouteroperator.api.schema.MaxProperties;
import io.openrouteroperator.api.schema.OneOf;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Walks a record beside its schema and writes into the schema what our own annotations say. */
final class SchemaAnnotations {
    /** Types of Kubernetes that bring their schema along; Fabric8's model has neither descriptions nor bounds. */
    private static final Map<Class<?>, String> STANDARD =
            Map.of(Condition.class, "condition.yaml", LabelSelector.class, "label-selector.yaml");

    private SchemaAnnotations() {}

    /** Completes the schema of a type; anything but a record stays as it is. */
    static void apply(Type type, JSONSchemaProps schema) {
        if (type instanceof Class<?> record && record.isRecord()) {
            describe(record, schema);
            for (RecordComponent component : record.getRecordComponents()) {
                JSONSchemaProps property = Schemas.property(schema, component.getName());
                schema.getProperties()
                        .put(component.getName(), completed(field(record, component), component, property));
            }
        }
    }

    /** Takes the description of a type where its field has none. */
    static void describe(Class<?> type, JSONSchemaProps schema) {
        if (schema.getDescription() == null && type.isAnnotationPresent(JsonClassDescription.class)) {
            schema.setDescription(type.getAnnotation(JsonClassDescription.class).value());
        }
    }

    private static JSONSchemaProps completed(Field field, RecordComponent component, JSONSchemaProps schema) {
        JSONSchemaProps complete = withStandardParts(component.getGenericType(), schema);
        if (field.isAnnotationPresent(Format.class)) {
            complete.setFormat(field.getAnnotation(Format.class).value());
        }
        if (field.isAnnotationPresent(MaxProperties.class)) {
            complete.setMaxProperties(field.getAnnotation(MaxProperties.class).value());
        }
        if (field.isAnnotationPresent(OneOf.class)) {
            closeSet(complete, field.getAnnotation(OneOf.class));
        }
        listType(field, complete);
        rules(field, complete);
        return complete;
    }

    private static void closeSet(JSONSchemaProps schema, OneOf values) {
        JSONSchemaProps scalar =
                schema.getItems() == null ? schema : schema.getItems().getSchema();
        scalar.setEnum(
                List.copyOf(Arrays.stream(values.value()).map(TextNode::valueOf).toList()));
    }

    private static void listType(Field field, JSONSchemaProps schema) {
        if (field.isAnnotationPresent(ListMapKey.class)) {
            schema.setXKubernetesListType("map");
            schema.setXKubernetesListMapKeys(
                    List.of(field.getAnnotation(ListMapKey.class).value()));
        } else if (field.isAnnotationPresent(ListSet.class)) {
            schema.setXKubernetesListType("set");
        }
    }

    /** Fabric8 sees a rule of a record twice (field and accessor), and none inside an annotation of ours. */
    private static void rules(Field field, JSONSchemaProps schema) {
        Stream<ValidationRule> shared = Arrays.stream(field.getAnnotations())
                .flatMap(annotation ->
                        Arrays.stream(annotation.annotationType().getAnnotationsByType(ValidationRule.class)));
        schema.setXKubernetesValidations(Stream.concat(
                        shared.map(rule -> new ValidationRuleBuilder()
                                .withRule(rule.value())
                                .withMessage(rule.message())
                                .build()),
                        schema.getXKubernetesValidations().stream())
                .distinct()
                .toList());
    }

    /** Replaces what Kubernetes defines and goes on into records and lists of them. */
    private static JSONSchemaProps withStandardParts(Type type, JSONSchemaProps schema) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            JSONSchemaProps items = schema.getItems().getSchema();
            schema.getItems().setSchema(withStandardParts(list.getActualTypeArguments()[0], items));
            return schema;
        }
        if (STANDARD.containsKey(type)) {
            JSONSchemaProps standard = standard(Objects.requireNonNull(STANDARD.get(type)));
            standard.setDescription(
                    schema.getDescription() == null ? standard.getDescription() : schema.getDescription());
            standard.setDefault(schema.getDefault());
            return standard;
        }
        apply(type, schema);
        return schema;
    }

    private static JSONSchemaProps standard(String file) {
        InputStream text = Objects.requireNonNull(
                SchemaAnnotations.class.getResourceAsStream("/crds/standard/" + file),
                "missing /crds/standard/" + file);
        return Serialization.unmarshal(text, JSONSchemaProps.class);
    }

    private static Field field(Class<?> record, RecordComponent component) {
        try {
            return record.getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a record has a field for each component", e);
        }
    }
}
