package io.openrouteroperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that make no sense are refused, and the refusal names the field. */
class AnalyticsRefusalTest extends AnalyticsTestBase {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'metrics':['request_count','requests']                                 | metrics[1]
        'metrics':['request_count'],'dimensions':['key']                       | dimensions[0]
        'metrics':['request_count'],'granularity':'year'                       | granularity
        'metrics':['request_count'],'limit':0                                  | limit
        'metrics':['request_count'],'limit':10001                              | limit
        'metrics':['request_count'],'limit':10000000000                        | limit
        'metrics':['request_count'],'group_limit':0                            | group_limit
        'metrics':['request_count'],'order_by':{'field':'total_usage','direction':'asc'} | order_by.field
        'metrics':['request_count'],'order_by':{'field':'date','direction':'asc'} | order_by.field
        """)
    void namesTheField(String fields, String field) {
        assertRefused(fields, "Invalid " + field + ":");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'field':'request_count','operator':'gt','value':1        | field
        'field':'model','operator':'like','value':'gpt'          | operator
        'field':'model','operator':'eq','value':['a']            | value
        'field':'model','operator':'in','value':'a'              | value
        'field':'api_key_id','operator':'eq','value':'checkout'  | value
        'field':'workspace','operator':'eq','value':'Default'    | value
        'field':'app','operator':'in','value':['An App']         | value
        'field':'app','operator':'eq','value':1,'include_unset':true       | include_unset
        'field':'model','operator':'in','value':['a'],'include_unset':true | include_unset
        """)
    void namesThePlaceInAFilter(String filter, String field) {
        assertRefused(
                "'metrics':['request_count'],'filters':[{'field':'app','operator':'neq','value':1},{" + filter + "}]",
                "Invalid filters[1]." + field + ":");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'metrics':['request_count']                              | 2025-11-24T00:00:00Z | 2025-11-24T00:00:00Z | start must be before end
        'metrics':['request_count']                              | 2025-11-23T23:59:59Z | 2026-11-24T00:00:00Z | at most 365 days
        'metrics':['guardrail_invoked_count']                    | 2026-10-23T23:59:59Z | 2026-11-24T00:00:00Z | at most 31 days
        'metrics':['request_count'],'dimensions':['provider']    | 2026-10-23T23:59:59Z | 2026-11-24T00:00:00Z | at most 31 days
        'metrics':['request_count'],'granularity':'hour'         | 2026-10-23T23:59:59Z | 2026-11-24T00:00:00Z | at most 31 days
        """)
    void refusesRangesThatNobodyKeeps(String fields, String start, String end, String problem) {
        assertRefused(fields + range(start, end), "Invalid time_range: " + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        'metrics':['request_count'],'granularity':'day'          | 2025-11-24T00:00:00Z
        'metrics':['request_count'],'dimensions':['provider']    | 2026-10-24T00:00:00Z
        """)
    void takesTheLongestRanges(String fields, String start) {
        assertThat(rows(fields + range(start, "2026-11-24T00:00:00Z"))).isEmpty();
    }

    @Test
    void knowsNoClassifiers() {
        String id = "'classifier_id':'550e8400-e29b-41d4-a716-446655440000'";
        assertRefused(
                "'metrics':['request_count'],'classifier_dimensions':{" + id + "}",
                "Invalid classifier_dimensions.classifier_id:");
        assertRefused(
                "'metrics':['request_count'],'classifier_filters':{" + id
                        + ",'filters':[{'field':'department','operator':'eq','value':'one'}]}",
                "Invalid classifier_filters.classifier_id:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'dimensions':['model']",
                "'metrics':[]",
                "'metrics':['request_count'],'dimensions':['model','user','app']",
                "'metrics':['request_count'],'dimension':['model']",
                "'metrics':['request_count'],'order_by':{'field':'request_count','direction':'down'}",
                "'metrics':['request_count'],'time_range':{'start':'2026-11-24T00:00:00Z'}",
                "'metrics':['request_count'],'time_range':{'start':'2026-11-23','end':'2026-11-24'}",
                "'metrics':['request_count'],'filters':[{'field':'model','operator':'eq'}]",
                "'metrics':['request_count'],'limit':'10'"
            })
    void refusesWhatBreaksTheContract(String fields) {
        assertThat(query(fields).status()).isEqualTo(400);
        expectBreach("client: POST /analytics/query");
    }

    @Test
    void takesTwentyFilters() {
        String filter = "{'field':'model','operator':'neq','value':'openai/gpt-4o'}";
        String query = "'metrics':['request_count'],'filters':[%s]";

        assertThat(query(query.formatted(String.join(",", Collections.nCopies(20, filter))))
                        .status())
                .isEqualTo(200);
        assertThat(query(query.formatted(String.join(",", Collections.nCopies(21, filter))))
                        .status())
                .isEqualTo(400);
        expectBreach("filters");
    }

    private void assertRefused(String fields, String message) {
        ApiClient.Reply reply = query(fields);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errorMessage()).startsWith(message);
    }

    private static String range(String start, String end) {
        return ",'time_range':{'start':'%s','end':'%s'}".formatted(start, end);
    }
}
