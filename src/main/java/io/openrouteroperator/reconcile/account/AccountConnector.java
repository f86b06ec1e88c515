package io.openrouteroperator.reconcile.account;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.openrouteroperator.api.v1alpha1.OpenRouterAccount;
import io.openrouteroperator.api.v1alpha1.account.ManagementKey;
import io.openrouteroperator.api.v1alpha1.account.OpenRouterAccountSpec;
import io.openrouteroperator.core.condition.Reason;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.Connection;
import io.openrouteroperator.core.openrouter.Failure;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.OpenRouterConnector;
import io.openrouteroperator.core.openrouter.OpenRouterException;
import io.openrouteroperator.reconcile.RemoteTrouble;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the first management key of an account that works, so that keys can be swapped without a gap. */
public final class AccountConnector {
    /** What came of connecting. */
    public sealed interface Attempt {
        /** A key works. */
        record Works(OpenRouter connection, ManagementKey key) implements Attempt {}

        /** None does. */
        record Fails(
                Reason reason, String message, @Nullable Failure failure) implements Attempt {}
    }

    private static final double DEFAULT_REQUESTS_PER_SECOND = 5;

    private final ManagementKeys managementKeys;
    private final OpenRouterConnector connector;

    /** Reads management keys with {@code client}, and connects with them. */
    public AccountConnector(KubernetesClient client, OpenRouterConnector connector) {
        this.managementKeys = new ManagementKeys(client);
        this.connector = connector;
    }

    /** Tries the account's management keys in order; {@code before} is reused where its settings are still the wanted ones. */
    public Attempt connect(OpenRouterAccount account, Optional<OpenRouter> before) {
        List<String> problems = new ArrayList<>();
        Attempt.Fails last = new Attempt.Fails(
                Reason.MANAGEMENT_KEY_MISSING,
                "spec.managementKeys is empty: name the Secret of a management key",
                null);
        for (ManagementKey reference : account.getSpec().managementKeys()) {
            Attempt attempt = attempt(account, reference, before);
            if (!(attempt instanceof Attempt.Fails fails)) {
                return attempt;
            }
            problems.add(fails.message());
            last = fails;
        }
        return new Attempt.Fails(
                last.reason(), problems.isEmpty() ? last.message() : String.join("; ", problems), last.failure());
    }

    private Attempt attempt(OpenRouterAccount account, ManagementKey reference, Optional<OpenRouter> before) {
        String place = ManagementKeys.describe(reference);
        Optional<SecretValue> key = managementKeys.read(reference);
        if (key.isEmpty()) {
            return new Attempt.Fails(
                    Reason.MANAGEMENT_KEY_MISSING, place + " does not exist or is empty: create it", null);
        }
        OpenRouter connection = before.filter(old -> isStillWanted(old.connection(), account, key.get()))
                .orElseGet(() -> connector.connect(connection(account, key.get())));
        try {
            return connection.describeManagementKey().managementKey()
                    ? new Attempt.Works(connection, reference)
                    : new Attempt.Fails(
                            Reason.NOT_A_MANAGEMENT_KEY,
                            place + " is an ordinary API key: put a management key there",
                            null);
        } catch (OpenRouterException refused) {
            return refused(place, refused.failure());
        }
    }

    private static Attempt refused(String place, Failure failure) {
        return failure instanceof Failure.Unauthorized
                ? new Attempt.Fails(
                        Reason.MANAGEMENT_KEY_REFUSED,
                        "OpenRouter refuses " + place + ": " + failure.message(),
                        failure)
                : new Attempt.Fails(RemoteTrouble.reason(failure), failure.message(), failure);
    }

    private static boolean isStillWanted(Connection old, OpenRouterAccount account, SecretValue key) {
        Connection wanted = connection(account, key);
        return old.baseUrl().equals(wanted.baseUrl())
                && Double.compare(old.requestsPerSecond(), wanted.requestsPerSecond()) == 0
                && old.managementKey().matches(key);
    }

    private static Connection connection(OpenRouterAccount account, SecretValue key) {
        OpenRouterAccountSpec spec = account.getSpec();
        Integer perSecond = spec.requestsPerSecond();
        return new Connection(
                account.getMetadata().getName(),
                URI.create(Objects.requireNonNullElse(spec.baseUrl(), OpenRouterAccountSpec.DEFAULT_BASE_URL)),
                key,
                perSecond == null ? DEFAULT_REQUESTS_PER_SECOND : perSecond);
    }
}
