package io.openrouteroperator.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading in flat arrays and reading in a tree are the same, tried on texts made from fixed seeds. */
class JsonValueTest {
    private static final int TEXTS = 3_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void readsWhatATreeOfTheTextHas() {
        texts().forEach(text -> assertThat(read(text).toTree()).as(text).isEqualTo(tree(text)));
    }

    @Test
    void findsEveryFieldThatATreeHasAndNoOther() {
        texts().forEach(text -> assertSameFields(read(text), tree(text)));
    }

    @Test
    void isTheSameReadFromATree() {
        texts().forEach(text ->
                assertThat(JsonValue.of(tree(text)).toTree()).as(text).isEqualTo(tree(text)));
    }

    @Test
    void findsDifferencesWhereTreesDo() {
        List<String> texts = texts().toList();
        for (int i = 1; i < texts.size(); i++) {
            String one = texts.get(i - 1);
            String other = texts.get(i);
            assertThat(read(one).sameAs(read(other)))
                    .as("%s and %s", one, other)
                    .isEqualTo(tree(one).equals(tree(other)));
        }
    }

    @Test
    void doesNotMindTheOrderOfFields() {
        assertThat(read("{\"a\": {\"x\": 1, \"y\": [2, {}]}, \"b\": null}")
                        .sameAs(read("{\"b\":null,\"a\":{\"y\":[2,{}],\"x\":1}}")))
                .isTrue();
        assertThat(read("[1, 2]").sameAs(read("[2, 1]"))).isFalse();
    }

    @Test
    void comparesObjectsOfManyFieldsInReasonableTime() {
        List<String> fields = new ArrayList<>(
                IntStream.range(0, 100_000).mapToObj("\"f%d\":1"::formatted).toList());
        JsonValue one = read("{" + String.join(",", fields) + "}");
        assertThat(one.sameAs(read("{" + String.join(",", fields.reversed()) + "}")))
                .isTrue();
    }

    @Test
    void leavesOutWhoSetWhichFieldOfTheObjectItself() {
        String notes = "\"metadata\":{\"name\":\"a\",\"managedFields\":[{\"manager\":\"b\"},[1]],\"uid\":\"c\"}";
        assertThat(read("{" + notes + "}").toTree()).isEqualTo(tree("{\"metadata\":{\"name\":\"a\",\"uid\":\"c\"}}"));
        JsonValue review = read("{\"request\":{\"object\":{%s},\"oldObject\":{%s}}}".formatted(notes, notes));
        assertThat(review.at("/request/object/metadata").has("managedFields")).isFalse();
        assertThat(review.at("/request/oldObject/metadata").has("managedFields"))
                .isFalse();
        assertThat(review.at("/request/oldObject/metadata/uid").asText()).isEqualTo("c");
    }

    @Test
    void readsWhatIsCalledTheSameElsewhere() {
        String template = "{\"spec\":{\"template\":{\"metadata\":{\"managedFields\":[1]}},\"managedFields\":2}}";
        assertThat(read(template).toTree()).isEqualTo(tree(template));
        String review = "{\"request\":{\"object\":" + template + ",\"managedFields\":[3]}}";
        assertThat(read(review).toTree()).isEqualTo(tree(review));
    }

    @Test
    void readsNothingInAnEmptyText() {
        JsonValue nothing = read("");
        assertThat(nothing.isObject()).isFalse();
        assertThat(nothing.path("a").asText()).isEmpty();
        assertThat(nothing.items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1,", "{\"a\" 1}", "nul", "{\"a\":1]", "\"\\x\"", "01", "{a:1}"})
    void throwsWhereATreeCannotBeReadEither(String text) {
        assertThatIOException().isThrownBy(() -> JSON.readTree(text));
        assertThatIOException().isThrownBy(() -> JsonValue.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Stream<String> texts() {
        return LongStream.range(0, TEXTS).mapToObj(seed -> new RandomJson(seed).value((int) (seed % 5)));
    }

    private static void assertSameFields(JsonValue value, JsonNode tree) {
        List<String> names = new ArrayList<>();
        if (value.isObject()) {
            value.forEachField((name, _) -> names.add(name));
        }
        assertThat(names).containsExactlyInAnyOrderElementsOf(properties(tree));
        tree.properties().forEach(field -> assertSameFields(value.path(field.getKey()), field.getValue()));
        assertThat(value.path("not there").isObject()).isFalse();
        assertThat(value.items()).hasSize(tree.size());
        if (tree.isArray()) {
            for (int i = 0; i < tree.size(); i++) {
                assertSameFields(value.items().get(i), tree.get(i));
            }
        }
    }

    private static List<String> properties(JsonNode tree) {
        return tree.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static JsonValue read(String text) {
        try {
            return JsonValue.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
