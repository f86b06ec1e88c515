package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows over time, their order and how many there are. */
class AnalyticsSeriesTest extends AnalyticsTestBase {

    @Test
    void looksBackSevenDaysUnlessTold() {
        plant("2026-11-17", NOBODY, "xAI", 1);
        plant("2026-11-18", NOBODY, "xAI", 2);
        ask(newKey("one"));

        assertThat(column("request_count", "'metrics':['request_count']")).containsExactly("3");
    }

    @Test
    void leavesTheEndOut() {
        plant("2026-11-17", NOBODY, "xAI", 1);
        plant("2026-11-18", NOBODY, "xAI", 2);

        assertThat(column("request_count", "'metrics':['request_count']," + range("2026-11-17", "2026-11-18")))
                .containsExactly("1");
    }

    @Test
    void forgetsProvidersBeforeSums() {
        plant("2026-10-20", NOBODY, "xAI", 1);
        String then = "'metrics':['request_count']," + range("2026-10-20", "2026-10-21");

        assertThat(column("request_count", then)).containsExactly("1");
        assertThat(column("request_count", then + ",'dimensions':['provider']")).isEmpty();
        assertThat(column("request_count", then + ",'granularity':'hour'")).isEmpty();
    }

    @Test
    void namesTheColumnOfTimesByWhereItLooks() {
        plant("2026-11-24", NOBODY, "xAI", 1);

        assertThat(column("date__day", "'metrics':['request_count'],'granularity':'day'"))
                .containsExactly("2026-11-24T00:00:00.000Z");
        assertThat(column(
                        "created_at__day", "'metrics':['request_count'],'granularity':'day','dimensions':['provider']"))
                .containsExactly("2026-11-24T00:00:00.000Z");
        assertThat(
                        column(
                                "created_at__month",
                                "'metrics':['request_count'],'granularity':'month','filters':[{'field':'provider','operator':'eq','value':'xAI'}]"))
                .containsExactly("2026-11-01T00:00:00.000Z");
        assertThat(column("created_at__week", "'metrics':['guardrail_invoked_count'],'granularity':'week'"))
                .containsExactly("2026-11-23T00:00:00.000Z");
    }

    @Test
    void tellsSpansApartAndShowsTheLatestFirst() {
        String key = newKey("one");
        ask(key);
        simulator.time().advance(Duration.ofMinutes(61));
        ask(key);

        assertThat(column("date__hour", "'metrics':['request_count'],'granularity':'hour'"))
                .containsExactly("2026-11-24T13:00:00.000Z", "2026-11-24T12:00:00.000Z");
        assertThat(column("date__minute", "'metrics':['request_count'],'granularity':'minute'"))
                .containsExactly("2026-11-24T13:01:00.000Z", "2026-11-24T12:00:00.000Z");
        assertThat(
                        column(
                                "date__hour",
                                "'metrics':['request_count'],'granularity':'hour','order_by':{'field':'date','direction':'asc'}"))
                .containsExactly("2026-11-24T12:00:00.000Z", "2026-11-24T13:00:00.000Z");
    }

    @Test
    void ordersByCountsAndNames() {
        plant("2026-11-24", NOBODY, "xAI", 9);
        plant("2026-11-24", NOBODY, "Azure", 10);
        plant("2026-11-24", NOBODY, "OpenAI", 1);
        String providers = "'metrics':['total_usage'],'dimensions':['provider'],'order_by':";

        assertThat(column("provider", providers + "{'field':'request_count','direction':'desc'}"))
                .containsExactly("Azure", "xAI", "OpenAI");
        assertThat(column("provider", providers + "{'field':'provider','direction':'asc'}"))
                .containsExactly("Azure", "OpenAI", "xAI");
    }

    @Test
    void saysThatALimitCut() {
        plant("2026-11-24", NOBODY, "xAI", 1);
        plant("2026-11-24", NOBODY, "Azure", 1);

        String providers = "'metrics':['request_count'],'dimensions':['provider'],'limit':";
        assertThat(query(providers + "1").data().path("data")).hasSize(1);
        assertThat(query(providers + "1").data().at("/metadata/truncated").asBoolean())
                .isTrue();
        assertThat(query(providers + "2").data().at("/metadata/truncated").asBoolean(true))
                .isFalse();
    }

    @Test
    void givesAThousandRowsUnlessTold() {
        for (int number = 0; number < 1_001; number++) {
            plant("2026-11-24", NOBODY, "Provider " + number, 1);
        }

        String providers = "'metrics':['request_count'],'dimensions':['provider']";
        assertThat(query(providers).data().path("data")).hasSize(1_000);
        assertThat(query(providers).data().at("/metadata/truncated").asBoolean())
                .isTrue();
        assertThat(query(providers + ",'limit':10000").data().path("data")).hasSize(1_001);
    }

    @Test
    void cutsEachGroupWithoutAWord() {
        plant("2026-11-22", NOBODY, "xAI", 1);
        plant("2026-11-23", NOBODY, "xAI", 2);
        plant("2026-11-24", NOBODY, "Azure", 3);
        String series = "'metrics':['request_count'],'granularity':'day','group_limit':1";

        assertThat(column("request_count", series + ",'dimensions':['provider']"))
                .containsExactly("3", "2");
        assertThat(query(series + ",'dimensions':['provider']")
                        .data()
                        .at("/metadata/truncated")
                        .asBoolean(true))
                .isFalse();
        assertThat(column("request_count", series)).containsExactly("3", "2", "1");
    }

    private List<String> column(String name, String fields) {
        List<String> values = new ArrayList<>();
        for (JsonNode row : rows(fields)) {
            values.add(row.path(name).asText());
        }
        return values;
    }

    private static String range(String start, String end) {
        return "'time_range':{'start':'%sT00:00:00Z','end':'%sT00:00:00Z'}".formatted(start, end);
    }
}
