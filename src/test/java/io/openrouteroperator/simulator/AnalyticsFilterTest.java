package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose requests analytics tell apart, by what ids, and under which names. */
class AnalyticsFilterTest extends AnalyticsTestBase {

    @Test
    void tellsKeysOfOneNameApart() {
        ask(newKey("twin"));
        ask(newKey("twin"));

        assertThat(rows("'metrics':['request_count'],'dimensions':['api_key_id']"))
                .hasSize(2)
                .allMatch(row -> row.path("api_key_id").asText().equals("twin"));
    }

    @Test
    void filtersKeysByHash() {
        String one = newKey("one");
        String two = newKey("two");
        ask(one);
        ask(two);

        assertThat(rows("'metrics':['request_count'],'dimensions':['api_key_id'],'filters':["
                        + filter("api_key_id", "eq", "'" + Simulator.hashOf(two) + "'") + "]"))
                .singleElement()
                .matches(row -> row.path("api_key_id").asText().equals("two"));
        assertThat(rows("'metrics':['request_count'],'dimensions':['api_key_id'],'filters':["
                        + filter("api_key_id", "not_in", "['" + Simulator.hashOf(two) + "']") + "]"))
                .singleElement()
                .matches(row -> row.path("api_key_id").asText().equals("one"));
    }

    @Test
    void onlyWarnsOfAHashThatItCannotResolve() {
        String key = newKey("gone");
        String hash = Simulator.hashOf(key);
        ask(key);
        String byHash =
                "'metrics':['request_count'],'filters':[" + filter("api_key_id", "in", "['" + hash + "']") + "]";
        assertThat(query(byHash).data().has("warnings")).isFalse();

        api.delete("/keys/" + hash);

        ApiClient.Reply reply = query(byHash);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data().path("data")).isEmpty();
        assertThat(reply.data().path("warnings"))
                .singleElement()
                .matches(warning -> warning.asText().contains(hash));
        assertThat(rows("'metrics':['request_count'],'dimensions':['api_key_id']"))
                .singleElement()
                .matches(row -> row.path("api_key_id").asText().equals("gone"));
    }

    @Test
    void asksForTheUnset() {
        ask(newKey("one"));
        plant("2026-11-24", NOBODY, "xAI", 3);
        String one = Simulator.hashOf(newKey("idle"));

        String notIdle = "{'field':'api_key_id','operator':'not_in','value':['" + one + "']";
        assertThat(column("api_key_id", notIdle + "}")).containsExactly("one");
        assertThat(column("api_key_id", notIdle + ",'include_unset':true}")).containsExactly("one", "Chatroom");
        assertThat(column("workspace", filter("provider", "eq", "'xAI'"))).containsExactly("Unattributed");
    }

    @Test
    void remembersADeletedWorkspaceByName() {
        String workspace = simulator.dashboard().createWorkspace("Team A", "team-a");
        String key = api.post("/keys", "{\"name\":\"one\",\"workspace_id\":\"" + workspace + "\"}")
                .body()
                .path("key")
                .asText();
        ask(key);
        api.delete("/keys/" + Simulator.hashOf(key));
        assertThat(api.delete("/workspaces/" + workspace).status()).isEqualTo(200);

        assertThat(column("workspace", filter("workspace", "eq", "'" + workspace + "'")))
                .containsExactly("Team A");
    }

    @Test
    void comparesNumbersAsNumbersAndNamesAsNames() {
        for (int number = 1; number <= 10; number++) {
            ask(newKey("key " + number));
        }

        assertThat(column("api_key_id", filter("api_key_id", "gt", "9"))).containsExactly("key 10");
        assertThat(column("api_key_id", filter("api_key_id", "lte", "'1'"))).containsExactly("key 1");
        assertThat(column("provider", filter("provider", "lt", "'P'"))).containsExactly("OpenAI");
        assertThat(column("provider", filter("provider", "gte", "'P'"))).isEmpty();
        assertThat(column("provider", filter("provider", "neq", "'OpenAI'"))).isEmpty();
    }

    private List<String> column(String dimension, String filter) {
        List<String> values = new ArrayList<>();
        rows("'metrics':['request_count'],'dimensions':['" + dimension + "'],'filters':[" + filter + "]")
                .forEach(row -> values.add(row.path(dimension).asText()));
        return values;
    }

    private static String filter(String field, String operator, String value) {
        return "{'field':'%s','operator':'%s','value':%s}".formatted(field, operator, value);
    }
}
