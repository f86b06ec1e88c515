package io.openrouteroperator.wiring;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.page.HistoryLoop;
import io.openrouteroperator.page.LiveReview;
import io.openrouteroperator.page.OperatorObjects;
import io.openrouteroperator.page.ReviewHistoryStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The beans of the page; the leader starts the loop that remembers figures. */
@Dependent
class PageWiring {
    @Produces
    @Singleton
    LiveReview review(KubernetesClient client, OperatorConfiguration configuration, Clock clock) {
        return new LiveReview(
                OperatorObjects.of(client), new ObjectName(configuration.namespace(), configuration.lease()), clock);
    }

    @Produces
    @Singleton
    ReviewHistoryStore history(KubernetesClient client, OperatorConfiguration configuration) {
        return new ReviewHistoryStore(
                client, configuration.namespace(), configuration.page().history());
    }

    @Produces
    @Singleton
    HistoryLoop loop(LiveReview review, ReviewHistoryStore history, Clock clock) {
        return HistoryLoop.create(review, history, clock);
    }

    void stop(@Disposes HistoryLoop loop) {
        loop.close();
    }
}
