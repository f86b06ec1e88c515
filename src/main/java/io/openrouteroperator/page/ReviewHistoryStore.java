package io.openrouteroperator.page;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.core.compliance.trend.DayFigures;
import io.openrouteroperator.core.compliance.trend.ReviewHistory;
import io.openrouteroperator.storage.OwnConfigMaps;
import java.util.List;
import java.util.Map;

/** Keeps the figures of each day in one ConfigMap; where they would not fit, the oldest lose their detail first. */
public final class ReviewHistoryStore {
    private static final Map<String, String> LABELS = Map.of(
            "app.kubernetes.io/managed-by", "openrouter-operator", "app.kubernetes.io/component", "review-history");
    private static final Map<String, String> ANNOTATIONS = Map.of(
            "openrouter-operator.io/description",
            "Figures of each day, for the trends of the page; no key is among them.");

    private final OwnConfigMaps store;
    private final String name;

    /** All of it. */
    record Document(List<DayFigures> days) {}

    /**
     * A store in a ConfigMap.
     *
     * @param namespace the operator's own
     * @param name of the ConfigMap
     */
    public ReviewHistoryStore(KubernetesClient client, String namespace, String name) {
        this.store = new OwnConfigMaps(client, namespace);
        this.name = name;
    }

    /** What was written last; nothing when there is nothing that can be read. */
    public ReviewHistory read() {
        return store.read(name, Document.class, document -> new ReviewHistory(document.days()))
                .orElseGet(ReviewHistory::none);
    }

    /** Writes as much as fits. */
    public void write(ReviewHistory history) {
        var _ = history.largest(part -> store.write(name, LABELS, ANNOTATIONS, new Document(part.days())));
    }
}
