package io.openrouteroperator.openrouter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.ServedRequest;
import io.openrouteroperator.openrouter.http.ApiClient;
import io.openrouteroperator.openrouter.http.Call;
import io.openrouteroperator.openrouter.http.Operation;
import io.openrouteroperator.openrouter.wire.WireObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chat completions, as small as they can be. */
final class InferenceCalls {
    /** Some providers refuse fewer (API description, {@code max_tokens}). */
    private static final int FEWEST_TOKENS = 16;

    private final ApiClient client;

    InferenceCalls(ApiClient client) {
        this.client = client;
    }

    ServedRequest ask(SecretValue key, String model, @Nullable String onlyProvider) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("model", model).put("max_completion_tokens", FEWEST_TOKENS);
        body.putArray("messages").addObject().put("role", "user").put("content", "Say OK.");
        if (onlyProvider != null) {
            body.putObject("provider").putArray("only").add(onlyProvider);
        }
        return client.call(
                Call.to(Operation.CHAT, "chat", "completions").sending(body).as(key), InferenceCalls::served);
    }

    private static ServedRequest served(WireObject answer) {
        return new ServedRequest(
                answer.needText("model"),
                answer.lenientObject("openrouter_metadata")
                        .flatMap(InferenceCalls::provider)
                        .orElse(null),
                answer.lenientObject("usage")
                        .map(usage -> usage.number("cost").orNull())
                        .orElse(null));
    }

    /** Of the endpoints that were there, the one that was chosen. */
    private static Optional<String> provider(WireObject metadata) {
        return metadata
                .lenientObject("endpoints")
                .map(endpoints -> endpoints.objects("available").orElse(List.of()))
                .orElse(List.of())
                .stream()
                .filter(endpoint -> endpoint.flag("selected").orElse(false))
                .map(endpoint -> endpoint.lenientText("provider"))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }
}
