package io.openrouteroperator.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists as API servers answer them. */
class ObjectPageTest {
    private final List<JsonNode> items = new ArrayList<>();

    @Test
    void handsOverEachItemWithItsKind() throws IOException {
        String next = read("""
                {"kind": "PodList", "items": [{"metadata": {"name": "a"}}, {"metadata": {"name": "b"}}],
                 "apiVersion": "v1", "metadata": {"continue": "page 2"}}
                """);
        assertThat(next).isEqualTo("page 2");
        assertThat(items).extracting(JsonNode::toString).containsExactly("""
                {"metadata":{"name":"a"},"apiVersion":"v1","kind":"Pod"}""", """
                {"metadata":{"name":"b"},"apiVersion":"v1","kind":"Pod"}""");
    }

    @Test
    void anEmptyListMayBeNull() throws IOException {
        assertThat(read("{\"items\": null, \"metadata\": {}}")).isEmpty();
        assertThat(read("{\"metadata\": {}, \"items\": []}")).isEmpty();
        assertThat(items).isEmpty();
    }

    @Test
    void anAnswerThatIsNoListIsAnError() {
        assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("[]")).isInstanceOf(IOException.class);
    }

    @Test
    void aListThatEndsTooSoonIsAnError() {
        assertThatThrownBy(() -> read("{\"items\": [{\"metadata\": {}}, {")).isInstanceOf(IOException.class);
    }

    private String read(String text) throws IOException {
        return ObjectPage.read(text, ObjectKind.POD, items::add);
    }
}
