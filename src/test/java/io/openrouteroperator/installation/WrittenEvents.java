package io.openrouteroperator.installation;

import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.stream.Stream;

/** Events as the operator wrote them. */
public final class WrittenEvents {
    private WrittenEvents() {}

    /** What those with this reason say about an object of this name, in any namespace. */
    public static Stream<String> about(KubernetesClient client, String object, String reason) {
        return client.events().v1().events().inAnyNamespace().list().getItems().stream()
                .filter(event -> event.getRegarding() != null)
                .filter(event -> object.equals(event.getRegarding().getName()))
                .filter(event -> reason.equals(event.getReason()))
                .map(Event::getNote);
    }
}
