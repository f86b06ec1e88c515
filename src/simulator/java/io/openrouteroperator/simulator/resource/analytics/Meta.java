package io.openrouteroperator.simulator.resource.analytics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.simulator.http.Wire;

/** What can be asked for, in wire form. */
final class Meta {

    private Meta() {}

    static ObjectNode wire() {
        ObjectNode data = Wire.object();
        ArrayNode metrics = data.putArray("metrics");
        for (Metric metric : Metric.values()) {
            metrics.addObject()
                    .put("name", metric.wireName())
                    .put("display_label", metric.label())
                    .put("is_rate", false)
                    .put("display_format", metric.format().wireName());
        }
        ArrayNode dimensions = data.putArray("dimensions");
        for (Dimension dimension : Dimension.values()) {
            dimensions.addObject().put("name", dimension.wireName()).put("display_label", dimension.label());
        }
        ArrayNode operators = data.putArray("operators");
        for (Operator operator : Operator.values()) {
            operators
                    .addObject()
                    .put("name", operator.wireName())
                    .put("value_type", operator.takesArray() ? "array" : "scalar");
        }
        ArrayNode granularities = data.putArray("granularities");
        for (Granularity granularity : Granularity.values()) {
            granularities.addObject().put("name", granularity.wireName()).put("display_label", granularity.label());
        }
        return data;
    }
}
