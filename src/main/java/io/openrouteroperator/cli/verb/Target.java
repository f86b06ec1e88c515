package io.openrouteroperator.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.cli.cluster.ClusterObjects;
import io.openrouteroperator.cli.cluster.ClusterUnreadableException;
import io.openrouteroperator.listing.ObjectKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An object as it is named on the command line: {@code checkout-7d9f} for a pod, {@code deployment/checkout} for anything else.
 *
 * @param kind of objects that a rule is about
 */
record Target(ObjectKind kind, String name) {
    private static final Map<String, String> SHORT = Map.of(
            "po", "pods",
            "deploy", "deployments",
            "sts", "statefulsets",
            "ds", "daemonsets",
            "cj", "cronjobs",
            "rs", "replicasets",
            "rc", "replicationcontrollers",
            "cm", "configmaps",
            "ork", "openrouterkeys");

    /** Reads it; throws for a kind that no rule is about. */
    static Target parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new Target(ObjectKind.POD, text);
        }
        String written = text.substring(0, slash).toLowerCase(Locale.ROOT);
        String plural = SHORT.getOrDefault(written, written);
        Optional<ObjectKind> kind = Stream.concat(
                        ObjectKind.WORKLOADS.stream(),
                        Stream.of(ObjectKind.SECRET, ObjectKind.CONFIG_MAP, ObjectKind.KEY))
                .filter(each -> each.plural().equals(plural)
                        || each.kind().toLowerCase(Locale.ROOT).equals(plural))
                .findFirst();
        return new Target(
                kind.orElseThrow(
                        () -> new ClusterUnreadableException("No rule is about objects of the kind " + written + ".")),
                text.substring(slash + 1));
    }

    JsonNode in(ClusterObjects objects, String namespace) {
        return objects.find(kind, namespace, name)
                .orElseThrow(() -> new ClusterUnreadableException(
                        "There is no %s %s in namespace %s.".formatted(kind.kind(), name, namespace)));
    }
}
