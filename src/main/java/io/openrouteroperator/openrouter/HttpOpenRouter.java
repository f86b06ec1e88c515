package io.openrouteroperator.openrouter;

import io.openrouteroperator.core.key.KeyHash;
import io.openrouteroperator.core.key.SecretValue;
import io.openrouteroperator.core.openrouter.ActivityRow;
import io.openrouteroperator.core.openrouter.Analysis;
import io.openrouteroperator.core.openrouter.CallingKey;
import io.openrouteroperator.core.openrouter.Connection;
import io.openrouteroperator.core.openrouter.Credits;
import io.openrouteroperator.core.openrouter.Destination;
import io.openrouteroperator.core.openrouter.Endpoint;
import io.openrouteroperator.core.openrouter.GuardrailSettings;
import io.openrouteroperator.core.openrouter.KeyChange;
import io.openrouteroperator.core.openrouter.KeyRequest;
import io.openrouteroperator.core.openrouter.KeyScope;
import io.openrouteroperator.core.openrouter.KeySelfDescription;
import io.openrouteroperator.core.openrouter.MintedKey;
import io.openrouteroperator.core.openrouter.Model;
import io.openrouteroperator.core.openrouter.OpenRouter;
import io.openrouteroperator.core.openrouter.Provider;
import io.openrouteroperator.core.openrouter.ProviderCredential;
import io.openrouteroperator.core.openrouter.RemoteGuardrail;
import io.openrouteroperator.core.openrouter.RemoteKey;
import io.openrouteroperator.core.openrouter.ServedRequest;
import io.openrouteroperator.core.openrouter.Workspace;
import io.openrouteroperator.openrouter.http.ApiClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All calls of one connection; each group of calls has a class of its own. */
final class HttpOpenRouter implements OpenRouter {
    private final Connection connection;
    private final AccountCalls account;
    private final KeyCalls keys;
    private final GuardrailCalls guardrails;
    private final CatalogueCalls catalogue;
    private final ActivityCalls activity;
    private final AnalyticsCalls analytics;
    private final ScopedCalls scoped;
    private final InferenceCalls inference;

    HttpOpenRouter(Connection connection, ApiClient client) {
        this.connection = connection;
        this.account = new AccountCalls(client);
        this.keys = new KeyCalls(client);
        this.guardrails = new GuardrailCalls(client);
        this.catalogue = new CatalogueCalls(client);
        this.activity = new ActivityCalls(client);
        this.analytics = new AnalyticsCalls(client);
        this.scoped = new ScopedCalls(client);
        this.inference = new InferenceCalls(client);
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public KeySelfDescription describeManagementKey() {
        return keys.describe(connection.managementKey());
    }

    @Override
    public Credits credits() {
        return account.credits();
    }

    @Override
    public List<Workspace> workspaces() {
        return account.workspaces();
    }

    @Override
    public List<RemoteKey> listKeys(String workspaceId) {
        return keys.list(workspaceId);
    }

    @Override
    public List<RemoteKey> scanKeys(String workspaceId) {
        return keys.scan(workspaceId);
    }

    @Override
    public Optional<RemoteKey> findKey(KeyHash hash) {
        return keys.find(hash);
    }

    @Override
    public MintedKey createKey(KeyRequest request) {
        return keys.create(request);
    }

    @Override
    public RemoteKey changeKey(KeyHash hash, KeyChange change) {
        return keys.change(hash, change);
    }

    @Override
    public void deleteKey(KeyHash hash) {
        keys.delete(hash);
    }

    @Override
    public KeySelfDescription describe(SecretValue key) {
        return keys.describe(key);
    }

    @Override
    public List<Model> usableModels(SecretValue key) {
        return catalogue.usableModels(key);
    }

    @Override
    public List<RemoteGuardrail> listGuardrails(String workspaceId) {
        return guardrails.list(workspaceId);
    }

    @Override
    public Optional<RemoteGuardrail> findGuardrail(String id) {
        return guardrails.find(id);
    }

    @Override
    public RemoteGuardrail createGuardrail(String workspaceId, GuardrailSettings settings) {
        return guardrails.create(workspaceId, settings);
    }

    @Override
    public RemoteGuardrail updateGuardrail(String id, GuardrailSettings settings) {
        return guardrails.update(id, settings);
    }

    @Override
    public void deleteGuardrail(String id) {
        guardrails.delete(id);
    }

    @Override
    public int assignKeys(String id, Set<KeyHash> hashes) {
        return guardrails.assign(id, hashes);
    }

    @Override
    public boolean isAssigned(String id, KeyHash key) {
        return guardrails.isAssigned(id, key);
    }

    @Override
    public boolean isBound(String id) {
        return guardrails.isBound(id);
    }

    @Override
    public Map<KeyHash, String> assignments() {
        return guardrails.assignments();
    }

    @Override
    public List<Provider> providers() {
        return catalogue.providers();
    }

    @Override
    public List<Model> models() {
        return catalogue.models();
    }

    @Override
    public List<Endpoint> zeroDataRetentionEndpoints() {
        return catalogue.zeroDataRetentionEndpoints();
    }

    @Override
    public List<Endpoint> endpoints(String modelId) {
        return catalogue.endpoints(modelId);
    }

    @Override
    public List<ActivityRow> activity() {
        return activity.ofAccount();
    }

    @Override
    public List<ActivityRow> activity(KeyHash key) {
        return activity.of(key);
    }

    @Override
    public Analysis<CallingKey> callingKeys(Instant from, Instant to) {
        return analytics.callingKeys(from, to);
    }

    @Override
    public Analysis<ActivityRow> served(KeyHash key, Instant from, Instant to) {
        return analytics.served(key, from, to);
    }

    @Override
    public List<ProviderCredential> listCredentials(String workspaceId) {
        return scoped.credentials(workspaceId);
    }

    @Override
    public ProviderCredential limitCredential(String id, KeyScope keys) {
        return scoped.limitCredential(id, keys);
    }

    @Override
    public List<Destination> listDestinations(String workspaceId) {
        return scoped.destinations(workspaceId);
    }

    @Override
    public Destination limitDestination(String id, KeyScope keys) {
        return scoped.limitDestination(id, keys);
    }

    @Override
    public ServedRequest ask(SecretValue key, String model, @Nullable String onlyProvider) {
        return inference.ask(key, model, onlyProvider);
    }
}
