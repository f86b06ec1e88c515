package io.openrouteroperator.admission;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.openrouteroperator.admission.caller.Stranger;
import io.openrouteroperator.admission.review.Operation;
import io.openrouteroperator.admission.review.Review;
import io.openrouteroperator.core.admission.AdmissionDecision.Allow;
import io.openrouteroperator.core.admission.Requester;
import io.openrouteroperator.manifest.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Everything that is ever told of reviews. */
public final class AdmissionMetersExample {
    private AdmissionMetersExample() {}

    /** Tells it once. */
    public static void tell(MeterRegistry registry) {
        AdmissionMeters meters = new AdmissionMeters(registry);
        Review review = new Review(
                "uid",
                "",
                "Pod",
                "",
                Operation.CREATE,
                "shop",
                "web",
                new Requester("jane"),
                false,
                JsonValue.of(MissingNode.getInstance()),
                JsonValue.of(MissingNode.getInstance()));
        meters.answered(review, new Allow(List.of(), Map.of()), Duration.ofMillis(1));
        meters.unanswered();
        meters.turnedAway(Stranger.NO_CERTIFICATE);
    }
}
