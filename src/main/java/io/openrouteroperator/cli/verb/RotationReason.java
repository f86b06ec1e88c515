package io.openrouteroperator.cli.verb;

import io.openrouteroperator.cli.cluster.ClusterState;
import io.openrouteroperator.core.admission.declaration.Grants;
import io.openrouteroperator.core.admission.declaration.KeyGrant;
import io.openrouteroperator.core.admission.facts.ObjectName;
import io.openrouteroperator.core.plan.LiveKey;
import io.openrouteroperator.core.plan.NextRotation;
import io.openrouteroperator.core.schedule.PlannedRotation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Why a key is replaced when its status says so, worked out anew by the rules of the schedule. */
final class RotationReason {
    private static final String NOT_BEFORE_ASKED = "its scheduled rotation is suspended";

    private final Map<ObjectName, LiveKey> keys = new HashMap<>();
    private final ClusterState state;
    private final Grants grants;
    private final Instant now;

    RotationReason(ClusterState state, Instant now) {
        this.state = state;
        this.grants = new Grants(state.declarations().policies());
        this.now = now;
        state.liveKeys().forEach(key -> keys.put(key.declared().name(), key));
    }

    /** In words. */
    String of(KeyView view) {
        if (view.asked()) {
            return "its owner asked for it";
        }
        if (view.suspended()) {
            return NOT_BEFORE_ASKED;
        }
        return planned(view)
                .map(planned -> words(planned, view.nextRotation()))
                .filter(words -> !view.nextRotation().isEmpty())
                .orElse(view.rotation().isEmpty() ? view.message() : view.rotation());
    }

    private Optional<PlannedRotation> planned(KeyView view) {
        LiveKey key = keys.get(view.name());
        Map<String, String> labels =
                state.declarations().namespaces().get(view.name().namespace());
        if (key == null || labels == null || !(grants.of(key.declared(), labels) instanceof KeyGrant.Granted granted)) {
            return Optional.empty();
        }
        return NextRotation.of(key, granted, now);
    }

    /** The plan for the whole account starts keys earlier, never later. */
    private static String words(PlannedRotation planned, String recorded) {
        boolean earlier = !recorded.isEmpty() && Instant.parse(recorded).isBefore(planned.at());
        return earlier ? PlannedRotation.Cause.QUOTA.words() : planned.cause().words();
    }
}
