package io.openrouteroperator.reconcile.key;

import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.openrouteroperator.api.v1alpha1.OpenRouterKey;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.rotation.Generation;
import io.openrouteroperator.core.rotation.Progress;
import io.openrouteroperator.core.rotation.RemotePresence;
import io.openrouteroperator.core.rotation.Standing;
import io.openrouteroperator.core.rotation.Standing.Verdict;
import io.openrouteroperator.event.EventRecorder;
import io.openrouteroperator.reconcile.StatusWriter;
import io.openrouteroperator.reconcile.account.AccountRegistry.Entry.Connected;
import org.jspecify.annotations.Nullable;

/** The end of a pass: where the key stands goes into its status and its meters, and into an event when somebody has to act. */
final class KeyReport {
    private final KeyStatusFactory statuses;
    private final EventRecorder events;
    private final KeyMeters meters;

    KeyReport(KeyStatusFactory statuses, EventRecorder events, KeyMeters meters) {
        this.statuses = statuses;
        this.events = events;
        this.meters = meters;
    }

    /** Reports a standing; what is said already is not written again. */
    void write(
            OpenRouterKey key,
            Grant grant,
            Standing standing,
            @Nullable Progress progress,
            Context<OpenRouterKey> context) {
        StatusWriter.write(
                key, statuses.standing(key, grant.policy(), standing, progress, remote(key, grant)), context);
        meters.standing(key, standing, progress);
        if (standing.verdict() == Verdict.STALLED) {
            events.warning(key, standing.reason(), standing.message());
        }
    }

    private static @Nullable RemoteKey remote(OpenRouterKey key, Grant grant) {
        Generation.Current current = KeyMapper.record(key).current();
        Connected account = grant.account();
        return current != null
                        && account != null
                        && account.view().presence(current.hash())
                                instanceof RemotePresence.Present(RemoteKey found, var _, var _)
                ? found
                : null;
    }
}
