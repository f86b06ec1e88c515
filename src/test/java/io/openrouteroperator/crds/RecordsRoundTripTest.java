package io.openrouteroperator.crds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the API server stores, the records read and write back as it was. */
class RecordsRoundTripTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final KubernetesSerialization SERIALIZATION = new KubernetesSerialization();

    /** The one field in the fixtures that no record knows, as after a downgrade. */
    private static final String UNKNOWN = "tomorrow";

    static Stream<Fixture> valid() {
        return Fixture.valid();
    }

    static List<Class<? extends CustomResource<?, ?>>> kinds() {
        return CrdGeneration.KINDS;
    }

    @ParameterizedTest
    @MethodSource("valid")
    void keepsEverythingButUnknownFields(Fixture fixture) throws JsonProcessingException {
        for (GenericKubernetesResource state : fixture.states()) {
            CustomResource<?, ?> object = SERIALIZATION.convertValue(state, typeOf(state));

            assertThat(spec(object)).isEqualTo(known(spec(state)));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void knowsEveryEnumValueOfTheSchemaAndNoOther(Class<? extends CustomResource<?, ?>> kind) {
        JSONSchemaProps root = Schemas.root(CrdGeneration.definition(kind));

        compareEnums(CrdGeneration.specType(kind), Schemas.property(root, "spec"));
    }

    private static void compareEnums(Type type, JSONSchemaProps schema) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            compareEnums(list.getActualTypeArguments()[0], schema.getItems().getSchema());
        } else if (type instanceof Class<?> known && known.isEnum()) {
            assertThat(schema.getEnum())
                    .as("%s", known)
                    .containsExactlyInAnyOrderElementsOf(Stream.of(known.getEnumConstants())
                            .map(constant -> MAPPER.<JsonNode>valueToTree(constant))
                            .toList());
        } else if (type instanceof Class<?> known && known.isRecord()) {
            for (RecordComponent component : known.getRecordComponents()) {
                compareEnums(component.getGenericType(), Schemas.property(schema, component.getName()));
            }
        }
    }

    private static Class<? extends CustomResource<?, ?>> typeOf(GenericKubernetesResource object) {
        return CrdGeneration.KINDS.stream()
                .filter(kind -> kind.getSimpleName().equals(object.getKind()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode spec(Object object) throws JsonProcessingException {
        return MAPPER.readTree(SERIALIZATION.asJson(object)).path("spec");
    }

    private static JsonNode known(JsonNode spec) {
        return ((ObjectNode) spec).without(UNKNOWN);
    }
}
