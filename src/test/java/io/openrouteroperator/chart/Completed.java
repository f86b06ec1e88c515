package io.openrouteroperator.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives objects of the corpus, which say no more than their point needs, what the API server wants besides. */
final class Completed {
    private Completed() {}

    static JsonNode of(JsonNode object) {
        ObjectNode completed = object.deepCopy();
        ObjectNode spec = completed.withObject("/spec");
        switch (object.path("kind").asText()) {
            case "Pod" -> pod(spec);
            case "PodTemplate" -> {
                completed.remove("spec");
                pod(completed.withObject("/template/spec"));
            }
            case "Job" -> job(spec);
            case "CronJob" -> {
                spec.put("schedule", "0 0 * * *");
                job(spec.withObject("/jobTemplate/spec"));
            }
            case "Secret", "ConfigMap" -> completed.remove("spec");
            case "ReplicationController" -> workload(spec);
            default -> {
                spec.withObject("/selector/matchLabels").put("app", "web");
                workload(spec);
            }
        }
        return completed;
    }

    private static void job(ObjectNode spec) {
        spec.withObject("/template/spec").put("restartPolicy", "Never");
        pod(spec.withObject("/template/spec"));
    }

    private static void workload(ObjectNode spec) {
        spec.withObject("/template/metadata/labels").put("app", "web");
        pod(spec.withObject("/template/spec"));
    }

    private static void pod(ObjectNode spec) {
        if (spec.path("containers") instanceof ArrayNode containers) {
            containers.forEach(each -> each.path("volumeMounts").forEach(mount -> volume(spec, mount)));
        }
    }

    private static void volume(ObjectNode spec, JsonNode mount) {
        ObjectNode volume = spec.withArray("/volumes").addObject();
        volume.put("name", mount.path("name").asText()).putObject("emptyDir");
    }
}
