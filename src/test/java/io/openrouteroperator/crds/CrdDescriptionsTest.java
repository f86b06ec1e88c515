package io.openrouteroperator.crds;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas are documentation: what is written there is what {@code kubectl explain} and a refusal print. */
class CrdDescriptionsTest {
    static Iterable<CustomResourceDefinition> definitions() {
        return CrdGeneration.definitions();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void describesEveryFieldInSentences(CustomResourceDefinition crd) {
        fields(crd)
                .forEach((path, schema) -> assertThat(schema.getDescription())
                        .as("description of %s", path)
                        .isNotBlank()
                        .endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void saysInTheDescriptionWhatTheDefaultIs(CustomResourceDefinition crd) {
        fields(crd).forEach((path, schema) -> {
            if (schema.getDefault() != null && schema.getDefault().isValueNode()) {
                assertThat(schema.getDescription())
                        .as("description of %s", path)
                        .containsIgnoringCase("default: " + schema.getDefault().asText());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyRuleHasAMessageThatSaysWhatToDo(CustomResourceDefinition crd) {
        Schemas.visit(
                Schemas.root(crd),
                schema -> assertThat(schema.getXKubernetesValidations())
                        .allSatisfy(rule -> assertThat(rule.getMessage())
                                .as("message of the rule %s", rule.getRule())
                                .containsPattern("; |, write |, and name ")
                                .hasSizeLessThan(400)));
    }

    private static Map<String, JSONSchemaProps> fields(CustomResourceDefinition crd) {
        Map<String, JSONSchemaProps> fields = new TreeMap<>();
        collect(crd.getSpec().getNames().getKind(), Schemas.root(crd), fields);
        return fields;
    }

    private static void collect(String path, JSONSchemaProps schema, Map<String, JSONSchemaProps> fields) {
        Schemas.parts(schema).forEach((step, part) -> {
            if (step.startsWith(".")) {
                fields.put(path + step, part);
            }
            collect(path + step, part, fields);
        });
    }
}
