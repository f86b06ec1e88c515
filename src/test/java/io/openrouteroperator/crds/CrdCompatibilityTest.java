package io.openrouteroperator.crds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRuleBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An upgrade of the operator breaks no stored object; and the comparison that says so notices each kind of break. */
class CrdCompatibilityTest {
    private static final Path RELEASED = Path.of("crds/released");

    static List<CustomResourceDefinition> definitions() {
        return CrdGeneration.definitions();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void breaksNothingOfTheLastRelease(CustomResourceDefinition current) throws IOException {
        String released = Files.readString(RELEASED.resolve(CrdGeneration.fileName(current)));

        assertThat(CrdCompatibility.breaks(Serialization.unmarshal(released, CustomResourceDefinition.class), current))
                .as("objects stored under crds/released would break; see crds/released/README.md")
                .isEmpty();
    }

    @Test
    void findsNothingInEqualDefinitions() {
        assertThat(breaksAfter(_ -> {})).isEmpty();
    }

    @Test
    void acceptsWiderAndNewOptionalFields() {
        assertThat(breaksAfter(spec -> {
                    spec.getProperties().put("novelty", new JSONSchemaProps());
                    Schemas.property(spec, "classification").setMaxLength(100L);
                    Schemas.property(spec, "deletionPolicy").getEnum().add(TextNode.valueOf("Sell"));
                    Schemas.property(spec, "classification").setXKubernetesValidations(List.of());
                }))
                .isEmpty();
    }

    @Test
    void noticesALostField() {
        assertThat(breaksAfter(spec -> spec.getProperties().remove("adopt")))
                .containsExactly("OpenRouterKey.spec.adopt is gone");
    }

    @Test
    void noticesAChangedType() {
        assertThat(breaksAfter(spec -> Schemas.property(spec, "adopt").setType("string")))
                .containsExactly("OpenRouterKey.spec.adopt: type changed from boolean to string");
    }

    @Test
    void noticesANewlyRequiredField() {
        assertThat(breaksAfter(spec -> spec.getRequired().add("limit")))
                .containsExactly("OpenRouterKey.spec.limit is required now");
    }

    @Test
    void acceptsANewlyRequiredFieldWithADefault() {
        assertThat(breaksAfter(spec -> spec.getRequired().add("adopt"))).isEmpty();
    }

    @Test
    void noticesALostEnumValue() {
        assertThat(breaksAfter(spec ->
                        Schemas.property(spec, "deletionPolicy").getEnum().removeFirst()))
                .singleElement()
                .asString()
                .startsWith("OpenRouterKey.spec.deletionPolicy: values narrowed");
    }

    @Test
    void noticesALoweredBoundDeepInside() {
        assertThat(breaksAfter(spec -> Schemas.parts(Schemas.property(Schemas.property(spec, "secret"), "literals"))
                        .values()
                        .forEach(value -> value.setMaxLength(10L))))
                .containsExactly("OpenRouterKey.spec.secret.literals{}: maxLength lowered from 8192 to 10");
    }

    @Test
    void noticesARaisedOrNewLowerBound() {
        assertThat(breaksAfter(spec -> Schemas.property(spec, "classification").setMinLength(5L)))
                .containsExactly("OpenRouterKey.spec.classification: minLength raised from null to 5");
    }

    @Test
    void noticesANewPatternAndANewRule() {
        assertThat(breaksAfter(spec -> {
                    Schemas.property(spec, "classification").setPattern("^a$");
                    spec.getXKubernetesValidations()
                            .add(new ValidationRuleBuilder().withRule("false").build());
                }))
                .containsExactly(
                        "OpenRouterKey.spec has the new rule false",
                        "OpenRouterKey.spec.classification: pattern changed from null to ^a$");
    }

    @Test
    void noticesAnotherListType() {
        assertThat(breaksAfter(spec -> Schemas.property(Schemas.property(spec, "secret"), "aliases")
                        .setXKubernetesListType("atomic")))
                .containsExactly("OpenRouterKey.spec.secret.aliases: list type changed from set to atomic");
    }

    @Test
    void noticesAnotherScope() {
        CustomResourceDefinition after = CrdGeneration.definition(OpenRouterKey.class);
        after.getSpec().setScope("Cluster");

        assertThat(CrdCompatibility.breaks(CrdGeneration.definition(OpenRouterKey.class), after))
                .containsExactly(": scope changed from Namespaced to Cluster");
    }

    private static List<String> breaksAfter(Consumer<JSONSchemaProps> change) {
        CustomResourceDefinition before = CrdGeneration.definition(OpenRouterKey.class);
        CustomResourceDefinition after = Serialization.clone(before);
        change.accept(Schemas.property(Schemas.root(after), "spec"));
        return CrdCompatibility.breaks(before, after);
    }
}
