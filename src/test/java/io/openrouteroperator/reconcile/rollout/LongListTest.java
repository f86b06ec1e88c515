package io.openrouteroperator.reconcile.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodList;
import io.fabric8.kubernetes.api.model.PodListBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long list is walked to its end, in pages of bounded size. */
class LongListTest {
    private final List<ListOptions> asked = new ArrayList<>();

    @Test
    void everyPageIsAskedForOnce() {
        List<String> names = new ArrayList<>();

        Pages.each(this::page, pod -> names.add(pod.getMetadata().getName()));

        assertThat(names).containsExactly("pod-0", "pod-1", "pod-2");
        assertThat(asked).extracting(ListOptions::getContinue).containsExactly(null, "1", "2");
        assertThat(asked).extracting(ListOptions::getLimit).containsOnly(250L);
    }

    private PodList page(ListOptions options) {
        int number = asked.size();
        asked.add(options);
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName("pod-" + number)
                .endMetadata()
                .build();
        return new PodListBuilder()
                .withItems(pod)
                .withNewMetadata()
                .withContinue(number < 2 ? Integer.toString(number + 1) : "")
                .endMetadata()
                .build();
    }
}
