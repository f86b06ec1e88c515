package io.openrouteroperator.reconcile.rollout;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Walks a long list page by page, so that a namespace of thousands of pods is never in memory whole. */
final class Pages {
    private static final long PAGE = 250;

    private Pages() {}

    static <T extends HasMetadata> void each(
            Function<ListOptions, ? extends KubernetesResourceList<T>> list, Consumer<T> visitor) {
        String next = null;
        do {
            KubernetesResourceList<T> page = list.apply(options(next));
            page.getItems().forEach(visitor);
            next = page.getMetadata() == null ? null : page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty());
    }

    private static ListOptions options(@Nullable String next) {
        return new ListOptionsBuilder().withLimit(PAGE).withContinue(next).build();
    }
}
