package io.openrouteroperator.policyreport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a report says; the same for the same findings, whenever it is written. */
public interface ReportBody {
    /** Counts by result. */
    ObjectNode summary();

    /**
     * The findings.
     *
     * @param before results of the report as it is; a finding that it has keeps the time at which it was found first
     */
    ArrayNode results(JsonNode before);
}
