package io.openrouteroperator.event;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.openrouteroperator.core.condition.Reason;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Writes events about objects. The same event about the same object is written once an hour: its name says so, and a name that
 * exists is success. An event that cannot be written is logged and changes nothing else.
 */
public final class EventRecorder {
    private static final Logger LOG = Logger.getLogger(EventRecorder.class);
    private static final int MAX_NOTE = 1000;
    private static final String CLUSTER_SCOPED_NAMESPACE = "default";
    private static final DateTimeFormatter MICRO_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final KubernetesClient client;
    private final String reporter;
    private final Clock clock;

    /** @param reporter the name that events carry as their maker */
    public EventRecorder(KubernetesClient client, String reporter, Clock clock) {
        this.client = client;
        this.reporter = reporter;
        this.clock = clock;
    }

    /** Something happened as it should. */
    public void normal(HasMetadata about, Reason reason, String note) {
        write(about, "Normal", reason, note);
    }

    /** Something happened that someone should look at. */
    public void warning(HasMetadata about, Reason reason, String note) {
        write(about, "Warning", reason, note);
    }

    private void write(HasMetadata about, String type, Reason reason, String note) {
        Event event = event(about, type, reason, note);
        try {
            client.resource(event).create();
        } catch (KubernetesClientException refused) {
            if (refused.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                LOG.warnf(
                        "event %s about %s not written: %s",
                        reason.text(), about.getMetadata().getName(), refused.getMessage());
            }
        }
    }

    private Event event(HasMetadata about, String type, Reason reason, String note) {
        Instant now = clock.instant();
        String namespace = about.getMetadata().getNamespace();
        String bounded = note.length() <= MAX_NOTE ? note : note.substring(0, MAX_NOTE);
        int sameness =
                (about.getMetadata().getUid() + type + reason + bounded + now.getEpochSecond() / 3600).hashCode();
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace(namespace == null ? CLUSTER_SCOPED_NAMESPACE : namespace)
                .withName("%s.%08x".formatted(about.getMetadata().getName(), sameness))
                .endMetadata()
                .withType(type)
                .withReason(reason.text())
                .withAction(reason.text())
                .withNote(bounded)
                .withEventTime(new MicroTime(MICRO_TIME.format(now)))
                .withReportingController("openrouter-operator.io/" + reporter)
                .withReportingInstance(reporter)
                .withNewRegarding()
                .withApiVersion(about.getApiVersion())
                .withKind(about.getKind())
                .withNamespace(namespace)
                .withName(about.getMetadata().getName())
                .withUid(about.getMetadata().getUid())
                .endRegarding()
                .build();
    }
}
