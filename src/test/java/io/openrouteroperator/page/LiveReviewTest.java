package io.openrouteroperator.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.openrouteroperator.clock.SteppedClock;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.compliance.snapshot.Source;
import io.openrouteroperator.listing.ObjectKind;
import io.openrouteroperator.listing.ObjectsUnreadableException;
import io.openrouteroperator.listing.ReadableObjects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a look at the page costs the API server. */
class LiveReviewTest {
    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final AtomicInteger lists = new AtomicInteger();

    @Test
    void readsTheClusterOnceForMany() throws Exception {
        LiveReview review = review("");
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : readers.invokeAll(IntStream.range(0, 50)
                    .mapToObj(_ -> (Callable<Object>) review::now)
                    .toList())) {
                each.get();
            }
        }

        assertThat(lists).hasValue(1);
        clock.step(Duration.ofSeconds(14));
        review.now();
        assertThat(lists).hasValue(1);
        clock.step(Duration.ofSeconds(1));
        review.now();
        assertThat(lists).hasValue(2);
    }

    @Test
    void whatMayNotBeReadIsAGap() {
        assertThat(review("pods").now().snapshot().gaps()).containsEntry(Source.WORKLOADS, "pods are hidden");
    }

    @Test
    void withoutKeysThereIsNoAnswer() {
        LiveReview review = review("openrouterkeys");

        assertThatThrownBy(review::now).isInstanceOf(UnansweredException.class).hasMessage("openrouterkeys are hidden");
    }

    private LiveReview review(String hidden) {
        return new LiveReview(
                new ReadableObjects() {
                    @Override
                    public void forEach(ObjectKind kind, String namespace, Consumer<JsonNode> consumer) {
                        if (kind.plural().equals(hidden)) {
                            throw new ObjectsUnreadableException(hidden + " are hidden");
                        }
                        if (kind.equals(ObjectKind.KEY)) {
                            lists.incrementAndGet();
                        }
                        assertThat(List.of(namespace)).containsExactly("");
                    }

                    @Override
                    public Optional<JsonNode> find(ObjectKind kind, String namespace, String name) {
                        return Optional.empty();
                    }
                },
                new ObjectName("openrouter-system", "openrouter-operator"),
                clock);
    }
}
